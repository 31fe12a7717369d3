package dev.vireo.vmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VmxEscapesTest {

  @ParameterizedTest
  @CsvSource({
    "plain,plain",
    "a%2fb,a/b",
    "a|22b,a\"b",
    "%7C22,\"",
    "|2541,%41",
    "|7c41,|41",
    "%C3%A9|c3|a9,éé",
    "a|00b,a",
    "a%00|zz,a"
  })
  void readsNames(String value, String name) {
    assertThat(VmxEscapes.unescapeDisplayName(value)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({"plain,plain", "100%,100%", "%2f,%2f", "a|22|7C|7c,a\"||", "é|C3|A9,éé"})
  void readsDescriptions(String value, String description) {
    assertThat(VmxEscapes.unescapeAnnotation(value)).isEqualTo(description);
  }

  @Test
  void readsTheLineEndsOfDescriptions() {
    assertThat(VmxEscapes.unescapeAnnotation("a|0Ab|0d|0a")).isEqualTo("a\nb\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "%4", "%4g", "|", "|4", "|g4", "a%é1", "%7C"})
  void refusesBrokenEscapesOfNames(String value) {
    assertThatIllegalArgumentException().isThrownBy(() -> VmxEscapes.unescapeDisplayName(value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"|", "|4", "|g4", "|é"})
  void refusesBrokenEscapesOfDescriptions(String value) {
    assertThatIllegalArgumentException().isThrownBy(() -> VmxEscapes.unescapeAnnotation(value));
  }

  @Test
  void writesNamesAsLibvirtDoes() {
    assertThat(VmxEscapes.escapeDisplayName("a|b\"c%d/e\\f'gé"))
        .isEqualTo("a|7cb|22c%25d%2fe%5cf'gé");
  }

  @Test
  void writesDescriptionsAsLibvirtDoesButForLineEnds() {
    assertThat(VmxEscapes.escapeAnnotation("a|b\"c%d/e\\f\n\r\tg\u0001"))
        .isEqualTo("a|7cb|22c%d/e\\f|0A|0D\tg|01");
  }

  @Test
  void writesWhatAnEditorTakesAndReadsItBack() {
    StringBuilder text = new StringBuilder("é€\ud83d\ude00");
    for (char c = 1; c < 0x100; c++) {
      text.append(c);
    }
    VmxDocument document =
        VmxDocument.empty()
            .edit()
            .set("displayName", VmxEscapes.escapeDisplayName(text.toString()))
            .set("annotation", VmxEscapes.escapeAnnotation(text.toString()))
            .apply();

    VmxDocument again = VmxDocument.parse(document.toBytes());

    assertThat(again.entries())
        .extracting(VmxEntry::value)
        .map(value ->
            value.contains("%25")
                ? VmxEscapes.unescapeDisplayName(value)
                : VmxEscapes.unescapeAnnotation(value))
        .containsExactly(text.toString(), text.toString());
  }
}

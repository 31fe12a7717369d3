package dev.vireo.vim.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.vim.ProtocolException;
import dev.vireo.vim.methods.RetrieveProperties;
import dev.vireo.vim.types.ArrayOf;
import dev.vireo.vim.types.DiskChangeExtent;
import dev.vireo.vim.types.DynamicProperty;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.ObjectContent;
import dev.vireo.vim.types.UnknownObject;
import dev.vireo.vim.types.VirtualMachinePowerState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values come back as they went, and what is no value says so. */
class ValuesTest {

  private static final ManagedObjectReference VM =
      new ManagedObjectReference("VirtualMachine", "7");
  private static final RetrieveProperties CALL = new RetrieveProperties(VM, List.of());

  private final SoapCodec codec = new SoapCodec();

  private byte[] answer(Object value) {
    ObjectContent content =
        new ObjectContent(VM, List.of(new DynamicProperty("p", value)), List.of());
    return codec.encodeResponse(RetrieveProperties.class, List.of(content));
  }

  private Object read(byte[] answer) {
    return Objects.requireNonNull(codec.decodeResponse(CALL, answer))
        .getFirst()
        .propSet()
        .getFirst()
        .val();
  }

  private Object read(String value) {
    String text = new String(answer("PLACE"), StandardCharsets.UTF_8);
    String whole = text.replaceFirst("<val[^>]*>PLACE</val>", value);
    return read(whole.getBytes(StandardCharsets.UTF_8));
  }

  static Stream<Object> values() {
    return Stream.of(
        true,
        (byte) -128,
        (short) -32_768,
        Integer.MIN_VALUE,
        Long.MAX_VALUE,
        1.5f,
        -2.25e300,
        "",
        "plain",
        "<&>\"' \t",
        "Grüße, 世界, \uD83D\uDE00 and Ω",
        "é",
        "\uD83D\uDE00".repeat(5_000),
        "x".repeat(100_000),
        Instant.parse("2026-11-28T09:00:00.123Z"),
        VM,
        VirtualMachinePowerState.POWERED_ON,
        new DiskChangeExtent(1L << 40, 7L),
        List.of("a", "b"),
        List.of(1, 2),
        List.of(VM, VM),
        List.of(VirtualMachinePowerState.POWERED_ON),
        List.of(new DiskChangeExtent(1L, 2L)));
  }

  @ParameterizedTest
  @MethodSource("values")
  void aValueComesBackAsItWent(Object value) {
    assertThat(read(answer(value))).isEqualTo(value);
  }

  @Test
  void bytesComeBackAsTheyWent() {
    byte[] bytes = {0, -1, 127, 5};
    assertThat(read(answer(bytes))).isEqualTo(bytes);
  }

  @Test
  void anArrayIsAList() {
    assertThat(read(answer(new ArrayOf("string", List.of("a"))))).isEqualTo(List.of("a"));
    assertThat(read(answer(List.of()))).isEqualTo(List.of());
    assertThat(read(answer(ArrayOf.references(List.of(VM))))).isEqualTo(List.of(VM));
  }

  @Test
  void anUnknownObjectKeepsFieldsWithinFields() {
    UnknownObject.Field leaf = new UnknownObject.Field("leaf", "5", List.of());
    UnknownObject odd =
        new UnknownObject(
            "OddThing", List.of(new UnknownObject.Field("branch", "", List.of(leaf, leaf))));
    assertThat(read(answer(odd))).isEqualTo(odd);
  }

  @ParameterizedTest
  @CsvSource({
    "byte, 200, -56",
    "byte, -5, -5",
    "boolean, 1, true",
    "boolean, 0, false",
    "anyURI, a b, a b",
    "newKind, text, text",
    "int, ' 7 ', 7"
  })
  void otherFormsOfAValueAreRead(String type, String text, String value) {
    assertThat(read("<val xsi:type='xsd:%s'>%s</val>".formatted(type, text))).hasToString(value);
  }

  @ParameterizedTest
  @CsvSource({
    "int, 5x",
    "boolean, yes",
    "dateTime, tomorrow",
    "long, 9223372036854775808",
    "float, e"
  })
  void whatIsNoValueOfItsTypeIsSaidToBe(String type, String text) {
    assertThatThrownBy(() -> read("<val xsi:type='xsd:%s'>%s</val>".formatted(type, text)))
        .isInstanceOf(ProtocolException.class)
        .hasMessage("The value of 'val' is no " + type + ".");
  }

  @Test
  void aReferenceWithoutATypeIsNone() {
    assertThatThrownBy(() -> read("<val xsi:type='ManagedObjectReference'>7</val>"))
        .isInstanceOf(ProtocolException.class)
        .hasMessage("The reference 'val' has no type.");
  }

  @Test
  void nothingIsNoItemOfAList() {
    assertThat(
            read(
                "<val xsi:type='ArrayOfString'><string>a</string>"
                    + "<string xsi:type='xsd:string' xsi:nil='true'><deep/></string>"
                    + "<string>b</string></val>"))
        .isEqualTo(List.of("a", "b"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0001", "\u0000", "\uFFFE", "\uD800", "\u000B"})
  void whatXmlCannotCarryIsKnownBefore(String text) {
    assertThat(SoapCodec.carries(text)).isFalse();
    assertThatThrownBy(() -> codec.requireCarried(text))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(read(answer(text))).isEqualTo(text.replaceAll("[^a]", "?"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\t\n\r", " ", "\uD7FF", "\uE000", "\uFFFD", "\uD83D\uDE00"})
  void whatXmlCanCarryIs(String text) {
    assertThat(SoapCodec.carries(text)).isTrue();
    codec.requireCarried(text);
    assertThat(read(answer(text))).isEqualTo(text);
  }

  @Test
  void theVersionsOfAServerAreThoseOfItsNamespace() {
    String document =
        """
        <?xml version="1.0" encoding="UTF-8" ?>
        <namespaces version="1.0">
         <namespace><name>urn:vim2</name><version>2.0</version></namespace>
         <namespace><other><deep/></other><name> urn:vim25 </name><version>8.0.3.0</version>
          <priorVersions><version>8.0.2.0</version><version>2.5</version></priorVersions></namespace>
        </namespaces>
        """;
    assertThat(ServiceVersions.read(document.getBytes(StandardCharsets.UTF_8)))
        .containsExactly("8.0.3.0", "8.0.2.0", "2.5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html><namespace/></html>", "no document", "<namespaces"})
  void aDocumentOfAnotherKindHasNoVersions(String document) {
    assertThat(ServiceVersions.read(document.getBytes(StandardCharsets.UTF_8))).isEmpty();
  }
}

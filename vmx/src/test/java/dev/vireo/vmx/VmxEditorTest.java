package dev.vireo.vmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VmxEditorTest {

  private static String set(String text, String key, String value) {
    return VmxDocument.parse(text).edit().set(key, value).apply().text();
  }

  private static String remove(String text, String key) {
    return VmxDocument.parse(text).edit().remove(key).apply().text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "MemSize  = \"64\" # MB | MemSize  = \"7\" # MB",
        "memsize='64'           | memsize='7'",
        "memsize=\"\"\"64\"\"\" | memsize=\"\"\"7\"\"\"",
        "memsize = 64 # MB      | memsize = \"7\" # MB",
        "memsize =              | memsize =\"7\"",
        "a=\"1\";memsize=\"\";  | a=\"1\";memsize=\"7\";"
      })
  void setsAValueInPlace(String before, String after) {
    assertThat(set(before, "MEMSIZE", "7")).isEqualTo(after);
  }

  @Test
  void setsTheEntryThatCounts() {
    assertThat(set("a=\"1\"\nA=\"2\"\n", "A", "3")).isEqualTo("a=\"3\"\nA=\"2\"\n");
  }

  @Test
  void settingAValueAgainChangesNothing() {
    String text = "a = 1\nb = \"\"\"x\ny\"\"\"\nc='\"'";
    VmxDocument document = VmxDocument.parse(text);

    assertThat(document.edit().set("a", "1").set("b", "x\ny").set("c", "\"").apply().text())
        .isEqualTo(text);
  }

  @Test
  void theLastChangeOfAKeyCounts() {
    VmxDocument document = VmxDocument.parse("a=\"1\"\nb=\"1\"\nc=\"1\"\n");

    assertThat(document.edit().set("a", "2").set("A", "1").remove("b").set("b", "4").apply().text())
        .isEqualTo("a=\"1\"\nc=\"1\"\nb = \"4\"\n");
    assertThat(document.edit().set("a", "2").remove("A").apply().text())
        .isEqualTo("b=\"1\"\nc=\"1\"\n");
    assertThat(document.edit().set("n", "2").remove("N").apply()).isEqualTo(document);
  }

  @Test
  void appendsAfterTheLastEntryInTheStyleOfTheFile() {
    assertThat(set("a=\"1\" # c\n# end\n", "b", "2")).isEqualTo("a=\"1\" # c\nb = \"2\"\n# end\n");
    assertThat(set("a=\"1\"\r\n", "b", "2")).isEqualTo("a=\"1\"\r\nb = \"2\"\r\n");
    assertThat(set("a=\"1\"", "b", "2")).isEqualTo("a=\"1\"\nb = \"2\"\n");
    assertThat(set("#!/usr/bin/vmware", "b", "2")).isEqualTo("#!/usr/bin/vmware\nb = \"2\"\n");
    assertThat(set("\ufeff", "b", "2")).isEqualTo("\ufeffb = \"2\"\n");
    assertThat(set("a=\"1\";", "b", "2")).isEqualTo("a=\"1\";\nb = \"2\"\n");
  }

  @Test
  void removesAllEntriesOfAKeyWithTheirLines() {
    assertThat(remove("a=\"1\"\n  b=\"2\" # c\r\nB=\"3\"\nc=\"4\"\n", "b"))
        .isEqualTo("a=\"1\"\nc=\"4\"\n");
    assertThat(remove("a=\"1\"\nb=\"2\"", "b")).isEqualTo("a=\"1\"\n");
    assertThat(remove("b=\"\"\"x\ny\"\"\" ; # c\na=\"1\"\n", "b")).isEqualTo("a=\"1\"\n");
    assertThat(remove("a=\"1\"\n", "b")).isEqualTo("a=\"1\"\n");
    assertThat(remove("\ufeffa=\"1\"\n", "a")).isEqualTo("\ufeff");
  }

  @Test
  void removesOneOfSeveralEntriesOnALine() {
    String row = " a=\"1\" ; b=\"2\"; c=\"3\" # d\n";

    assertThat(remove(row, "a")).isEqualTo(" b=\"2\"; c=\"3\" # d\n");
    assertThat(remove(row, "b")).isEqualTo(" a=\"1\"; c=\"3\" # d\n");
    assertThat(remove(row, "c")).isEqualTo(" a=\"1\" ; b=\"2\" # d\n");
    assertThat(VmxDocument.parse(row).edit().remove("a").remove("b").apply().text())
        .isEqualTo(" c=\"3\" # d\n");
    assertThat(VmxDocument.parse(row).edit().remove("c").remove("b").apply().text())
        .isEqualTo(" a=\"1\" # d\n");
    assertThat(VmxDocument.parse(row).edit().remove("b").remove("a").remove("c").apply().text())
        .isEmpty();
    assertThat(VmxDocument.parse(row).edit().remove("a").set("b", "7").apply().text())
        .isEqualTo(" b=\"7\"; c=\"3\" # d\n");
  }

  @Test
  void leavesTheDocumentItStartsFromAlone() {
    VmxDocument document = VmxDocument.parse("a=\"1\"");
    VmxDocument edited = document.edit().set("a", "2").apply();

    assertThat(document.get("a")).isEqualTo("1");
    assertThat(edited.get("a")).isEqualTo("2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x\ny", "x\ry", "x\0y", "x\u001by", "x\"y", "'x\"'"})
  void refusesAValueThatMustBeEscaped(String value) {
    for (String text :
        new String[] {"", "vnc.password='1'", "vnc.password=\"1\"", "vnc.password=1"}) {
      boolean singleQuotesHoldIt = text.endsWith("'") && value.equals("x\"y");
      if (!singleQuotesHoldIt) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> set(text, "vnc.password", value))
            .withMessageContaining("vnc.password")
            .withMessageContaining("escaped")
            .withMessageNotContaining(value);
      }
    }
  }

  @Test
  void changesTheQuotesOnlyIfTheyCannotHoldTheValue() {
    assertThat(set("a='1'", "a", "x\"y")).isEqualTo("a='x\"y'");
    assertThat(set("a='1'", "a", "it's")).isEqualTo("a=\"it's\"");
    assertThat(set("a=\"\"\"1\"\"\"", "a", "x\"y")).isEqualTo("a=\"\"\"x\"y\"\"\"");
    assertThatIllegalArgumentException().isThrownBy(() -> set("a=\"\"\"1\"\"\"", "a", "x\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1a", "_a", "a b", "a=", "a/b", "é", "#a", "a\n"})
  void refusesANewKeyThatLibvirtCannotRead(String key) {
    assertThatIllegalArgumentException().isThrownBy(() -> set("", key, "1"));
  }

  @Test
  void editsAnOddKeyThatIsThere() {
    assertThat(set("guestinfo.a/b = \"1\"\n", "guestinfo.a/b", "2"))
        .isEqualTo("guestinfo.a/b = \"2\"\n");
  }

  @Test
  void refusesAValueThatTheEncodingCannotExpress() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> set(".encoding=\"windows-1252\"\n", "displayName", "\u4e2d"))
        .withMessageContaining("displayName")
        .withMessageContaining("windows-1252");
  }

  @Test
  void convertsTheFileWithItsEncoding() {
    VmxDocument latin = VmxDocument.parse("# é\n.encoding = \"windows-1252\"\na = \"é\"\n");

    VmxDocument utf8 = latin.edit().set(".ENCODING", "UTF-8").set("b", "\u4e2d").apply();

    String text = "# é\n.encoding = \"UTF-8\"\na = \"é\"\nb = \"\u4e2d\"\n";
    assertThat(utf8.toBytes()).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
    assertThat(latin.edit().remove(".encoding").apply().toBytes())
        .isEqualTo("# é\na = \"é\"\n".getBytes(StandardCharsets.UTF_8));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> utf8.edit().set(".encoding", "windows-1252").apply())
        .withMessageContaining("converted");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> utf8.edit().set(".encoding", "klingon").apply())
        .withMessageContaining("klingon");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> utf8.edit().set(".encoding", "UTF-16").apply());
  }

  @Test
  void dropsTheMarkOfUtf8WithUtf8() {
    VmxDocument marked = VmxDocument.parse("\ufeffa=\"é\"\n");

    VmxDocument latin = marked.edit().set(".encoding", "windows-1252").apply();

    assertThat(latin.text()).isEqualTo("a=\"é\"\n.encoding = \"windows-1252\"\n");
  }

  @Test
  void refusesAnEditThatWouldChangeHowTheOthersAreRead() {
    byte[] bytes = "a=\"Ã©\"\nb=\"é\"\n".getBytes(Charset.forName("windows-1252"));
    VmxDocument document = VmxDocument.parse(bytes);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> document.edit().set("b", "e").apply())
        .withMessageContaining(".encoding");
    assertThat(document.edit().set("b", "e").set(".encoding", "windows-1252").apply().get("a"))
        .isEqualTo("Ã©");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00fe\u00ff", "\u00ff\u00fe", "\u00ef\u00bb\u00bf"})
  void keepsTextThatComesToTheFrontFromBeingReadAsAByteOrderMark(String front) {
    Charset latin = Charset.forName("windows-1252");
    VmxDocument before =
        VmxDocument.parse(
            ("a = \"1\"\r\n" + front + " = \"2\"\r\n.encoding = \"windows-1252\"\r\n")
                .getBytes(latin));

    VmxDocument after = before.edit().remove("a").apply();

    assertThat(after.get(front)).isEqualTo("2");
    assertThat(after.text())
        .isEqualTo("\r\n" + front + " = \"2\"\r\n.encoding = \"windows-1252\"\r\n");
  }
}

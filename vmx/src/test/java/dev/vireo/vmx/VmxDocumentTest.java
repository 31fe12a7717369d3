package dev.vireo.vmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VmxDocumentTest {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  @Test
  void findsValuesWhateverTheCaseOfTheKey() {
    VmxDocument document = VmxDocument.parse("memSize = \"64\"\n\nnumvcpus='2'; x=\"\"");

    assertThat(document.get("MEMsize")).isEqualTo("64");
    assertThat(document.entry("NUMVCPUS")).isEqualTo(new VmxEntry("numvcpus", "2", 3));
    assertThat(document.get("x")).isEmpty();
    assertThat(document.get("absent")).isNull();
    assertThat(document.entry("absent")).isNull();
  }

  @Test
  void foldsTheCaseOfAsciiOnly() {
    VmxDocument document = VmxDocument.parse("É=\"1\"\nk=\"2\"");

    assertThat(document.get("É")).isEqualTo("1");
    assertThat(document.get("é")).isNull();
    assertThat(document.get("\u212a")).as("the sign of Kelvin").isNull();
  }

  @Test
  void takesTheFirstOfDuplicatesAndListsAll() {
    VmxDocument document = VmxDocument.parse("a=\"1\"\nA=\"2\"\na=\"3\"\n");

    assertThat(document.get("a")).isEqualTo("1");
    assertThat(document.entries())
        .containsExactly(
            new VmxEntry("a", "1", 1), new VmxEntry("A", "2", 2), new VmxEntry("a", "3", 3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n\n",
        "#!/usr/bin/vmware\n.encoding = \"UTF-8\"\n",
        "  a\t=  \"1\"  # c\r\n\r\nb='2';c=\"\"\"x\ny\"\"\"",
        "\ufeffa = \"ü\"\n",
        "a = 1 # no quotes\nb =\n",
        "a=\"1\"\rb=\"2\"\r",
        "# only a comment; nothing else = \"1\""
      })
  void keepsEveryByte(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

    assertThat(VmxDocument.parse(bytes).toBytes()).isEqualTo(bytes);
    assertThat(VmxDocument.parse(text).toBytes()).isEqualTo(bytes);
    assertThat(VmxDocument.parse(text).text()).isEqualTo(text);
  }

  @Test
  void doesNotShareItsBytes() {
    byte[] bytes = "a=\"1\"".getBytes(StandardCharsets.UTF_8);
    VmxDocument document = VmxDocument.parse(bytes);
    bytes[3] = '2';
    document.toBytes()[3] = '3';

    assertThat(document.get("a")).isEqualTo("1");
  }

  @Test
  void anEmptyDocumentIsUtf8AndCanBeFilled() {
    VmxDocument document = VmxDocument.empty();

    assertThat(document.charset()).isEqualTo(StandardCharsets.UTF_8);
    assertThat(document.entries()).isEmpty();
    assertThat(document.edit().set(".encoding", "UTF-8").set("displayName", "ü").apply().text())
        .isEqualTo(".encoding = \"UTF-8\"\ndisplayName = \"ü\"\n");
  }

  @Test
  void readsTheCharsetThatTheFileNames() {
    byte[] bytes = "displayName = \"é€\"\n.Encoding = \"windows-1252\"\n".getBytes(WINDOWS_1252);

    VmxDocument document = VmxDocument.parse(bytes);

    assertThat(document.charset()).isEqualTo(WINDOWS_1252);
    assertThat(document.get("displayname")).isEqualTo("é€");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Shift_JIS",
        "GBK",
        "GB18030",
        "Big5",
        "EUC-KR",
        "EUC-JP",
        "windows-932",
        "windows-936"
      })
  void readsCharsetsWhoseCharactersHoldAsciiBytes(String name) {
    // Both end in the byte of a backslash or a bar in one of these charsets.
    String text = ".encoding = \"" + name + "\"\ndisplayName = \"表中\"\nb = \"1\"\n";
    byte[] bytes = text.replace("表中", encodable(name)).getBytes(Charset.forName(name));

    VmxDocument document = VmxDocument.parse(bytes);

    assertThat(document.get("displayName")).isEqualTo(encodable(name));
    assertThat(document.get("b")).isEqualTo("1");
    assertThat(document.edit().set("b", "2").apply().edit().set("b", "1").apply().toBytes())
        .isEqualTo(bytes);
  }

  private static String encodable(String charset) {
    return charset.equals("EUC-KR") ? "한국" : "表中";
  }

  @Test
  void takesAFileWithoutNamedCharsetForUtf8IfItCanBe() {
    assertThat(VmxDocument.parse("a=\"é\"".getBytes(StandardCharsets.UTF_8)).get("a"))
        .isEqualTo("é");
    VmxDocument latin = VmxDocument.parse("a=\"é€\"".getBytes(WINDOWS_1252));
    assertThat(latin.charset()).isEqualTo(WINDOWS_1252);
    assertThat(latin.get("a")).isEqualTo("é€");
  }

  @Test
  void keepsBytesThatMeanNothing() {
    byte[] bytes =
        ".encoding = \"UTF-8\"\na = \"\u00ff\u00fe\"\nb=\"1\"\n"
            .getBytes(StandardCharsets.ISO_8859_1);

    VmxDocument document = VmxDocument.parse(bytes);

    assertThat(document.get("a")).isEqualTo("\ufffd\ufffd");
    assertThat(document.edit().set("b", "2").set("b", "1").apply().toBytes()).isEqualTo(bytes);
  }

  @Test
  void readsAnUnknownEncodingIfThereIsNothingToConvert() {
    assertThat(VmxDocument.parse(".encoding=\"klingon\"\na=\"1\"").get("a")).isEqualTo("1");
    assertThatThrownBy(() -> VmxDocument.parse("\n.encoding=\"klingon\"\na=\"é\""))
        .isInstanceOf(VmxSyntaxException.class)
        .hasMessageContaining("line 2")
        .hasMessageContaining(".encoding");
  }

  @Test
  void refusesATextThatItsOwnEncodingCannotExpress() {
    assertThatThrownBy(() -> VmxDocument.parse(".encoding=\"windows-1252\"\na=\"\u4e2d\""))
        .isInstanceOf(VmxSyntaxException.class)
        .hasMessageContaining("windows-1252");
    assertThatThrownBy(() -> VmxDocument.parse("a=\"\ud800\""))
        .isInstanceOf(VmxSyntaxException.class);
  }

  @Test
  void writesATextInItsOwnEncoding() {
    String text = ".encoding=\"windows-1252\"\na=\"é\"";

    assertThat(VmxDocument.parse(text).toBytes()).isEqualTo(text.getBytes(WINDOWS_1252));
    assertThat(VmxDocument.parse(text).text()).isEqualTo(text);
  }

  @Test
  void equalsADocumentOfTheSameBytes() {
    assertThat(VmxDocument.parse("a=\"1\""))
        .isEqualTo(VmxDocument.parse("a=\"1\""))
        .hasSameHashCodeAs(VmxDocument.parse("a=\"1\""))
        .isNotEqualTo(VmxDocument.parse("a='1'"));
  }

  @Test
  void showsNoSecret() {
    VmxDocument document = VmxDocument.parse("RemoteDisplay.vnc.password = \"hunter2\"");

    assertThat(document.toString()).doesNotContain("hunter2");
    assertThat(document.entries().toString()).doesNotContain("hunter2").contains("password");
  }
}

package dev.vireo.vmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.vireo.vmx.VmxCharsets.Named;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VmxCharsetsTest {

  @ParameterizedTest
  @CsvSource({
    // The names that VMware's products write, by their table's preferred ones.
    "US-ASCII, US-ASCII",
    "ISO-8859-1, ISO-8859-1",
    "ISO-8859-2, ISO-8859-2",
    "ISO-8859-3, ISO-8859-3",
    "ISO-8859-4, ISO-8859-4",
    "ISO-8859-5, ISO-8859-5",
    "ISO-8859-6, ISO-8859-6",
    "ISO-8859-6-E, ISO-8859-6",
    "ISO-8859-7, ISO-8859-7",
    "ISO-8859-8, ISO-8859-8",
    "ISO-8859-8-I, ISO-8859-8",
    "ISO-8859-9, ISO-8859-9",
    "ISO-8859-13, ISO-8859-13",
    "ISO-8859-15, ISO-8859-15",
    "ISO_646.irv:1983, US-ASCII",
    "Shift_JIS, windows-31j",
    "ibm-943_P130-1999, x-IBM943C",
    "KS_C_5601-1987, x-windows-949",
    "windows-949-2000, x-windows-949",
    "ibm-1363_P11B-1998, x-windows-949",
    "UTF-8, UTF-8",
    "ibm-874, x-IBM874",
    "GBK, x-mswin-936",
    "ibm-1386, x-mswin-936",
    "CESU-8, CESU-8",
    "IBM437, IBM437",
    "IBM850, IBM850",
    "IBM852, IBM852",
    "IBM857, IBM857",
    "IBM862, IBM862",
    "IBM866, IBM866",
    "IBM775, IBM775",
    "IBM00858, IBM00858",
    "Windows-31J, windows-31j",
    "Big5, x-windows-950",
    "ibm-1373_P100-2002, x-windows-950",
    "windows-1250, windows-1250",
    "windows-1251, windows-1251",
    "windows-1252, windows-1252",
    "windows-1253, windows-1253",
    "windows-1254, windows-1254",
    "windows-1255, windows-1255",
    "windows-1256, windows-1256",
    "windows-1257, windows-1257",
    "windows-1258, windows-1258",
    "TIS-620, x-IBM874",
    "Windows-737, x-IBM737",
    "Windows-57002, x-ISCII91",
    // Those of code pages, of ICU, and of hosts with other systems.
    "EUC-KR, x-windows-949",
    "windows-936, x-mswin-936",
    "windows-932, windows-31j",
    "windows-65001, UTF-8",
    "windows-28592, ISO-8859-2",
    "cp932, windows-31j",
    "cp949, x-windows-949",
    "cp437, IBM437",
    "ibm-5348_P100-1997, windows-1252",
    "ibm-5346_P100-1998, windows-1250",
    "windows-874-2000, x-windows-874",
    "GB18030, GB18030",
    "GB2312, x-mswin-936",
    "EUC-JP, x-eucJP-Open",
    "Big5-HKSCS, Big5-HKSCS",
    "KOI8-R, KOI8-R",
    "KOI8-U, KOI8-U",
    "macintosh, x-MacRoman",
    // In other spellings.
    "utf8, UTF-8",
    "utf_8, UTF-8",
    "' UTF-8 ', UTF-8",
    "WINDOWS 1252, windows-1252",
    "Windows_1252, windows-1252",
    "shift-jis, windows-31j",
    "SHIFTJIS, windows-31j",
    "big-5, x-windows-950",
    "Windows949 2000, x-windows-949",
    "iso8859_15, ISO-8859-15",
    "iso 8859 15, ISO-8859-15",
    "LATIN-1, ISO-8859-1"
  })
  void knowsTheNamesOfVmware(String name, String charset) {
    assertThat(VmxCharsets.named(name)).isEqualTo(new Named.Usable(Charset.forName(charset)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-10", "ISO-8859-14", "Windows-720", "Windows-57003"})
  void saysThatJavaHasNoSuchCharset(String name) {
    assertThat(VmxCharsets.named(name))
        .isInstanceOfSatisfying(
            Named.Unusable.class,
            unusable -> {
              assertThat(unusable.known()).isTrue();
              assertThat(unusable.problem()).contains("Java");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"UTF-16", "utf_16le", "UTF-32", "ISO-2022-JP", "cp037", "UTF-7", "no", ""})
  void knowsNoOthers(String name) {
    assertThat(VmxCharsets.named(name))
        .isInstanceOfSatisfying(
            Named.Unusable.class, unusable -> assertThat(unusable.known()).isFalse());
  }

  @ParameterizedTest
  @CsvSource({
    "Shift_JIS, windows-31j, ①髙表ソ～",
    "Big5, x-windows-950, 許功蓋碁銹",
    "GBK, x-mswin-936, 测试€·镕",
    "EUC-KR, x-windows-949, 똠방각하",
    "windows-949-2000, x-windows-949, 똠방각하"
  })
  void readsAndWritesWhatTheCodePagesHave(String name, String charset, String text) {
    byte[] file =
        (".encoding = \"" + name + "\"\ndisplayName = \"" + text + "\"\nmemsize = \"64\"\n")
            .getBytes(Charset.forName(charset));

    VmxDocument document = VmxDocument.parse(file);
    VmxDocument renamed = document.edit().set("displayName", text + text).apply();

    assertThat(document.get("displayName")).isEqualTo(text);
    assertThat(document.toBytes()).isEqualTo(file);
    assertThat(renamed.get("displayName")).isEqualTo(text + text);
    assertThat(VmxDocument.parse(renamed.toBytes()).get("displayName")).isEqualTo(text + text);
    assertThat(document.edit().set(".encoding", "UTF-8").apply().get("displayName"))
        .isEqualTo(text);
  }

  /** ポ is 83 7C in Shift_JIS, and VMware writes 7C as "|7C". */
  @Test
  void readsAndWritesCharactersThatEndInABarAsVmwareDoes() {
    byte[] file =
        ".encoding = \"Shift_JIS\"\ndisplayName = \"サポ7Cート\"\nannotation = \"ポ|7Cポ7CD7C\"\n"
            .getBytes(Charset.forName("windows-31j"));

    VmxDocument document = VmxDocument.parse(file);

    assertThat(document.get("displayName")).isEqualTo("サポート");
    assertThat(document.get("annotation")).isEqualTo("ポ|7CポD7C");
    assertThat(document.toBytes()).isEqualTo(file);

    VmxDocument renamed = document.edit().set("displayName", "ポ12").apply();
    assertThat(renamed.text()).contains("displayName = \"ポ7C12\"");
    assertThat(renamed.get("displayName")).isEqualTo("ポ12");

    VmxDocument converted = document.edit().set(".encoding", "UTF-8").apply();
    assertThat(converted.text()).contains("displayName = \"サポート\"");
    VmxDocument back = converted.edit().set(".encoding", "Shift_JIS").apply();
    assertThat(back.text()).contains("displayName = \"サポ7Cート\"");
  }

  @ParameterizedTest
  @CsvSource({"GBK, x-mswin-936, 億", "Big5, x-windows-950, 育"})
  void knowsTheCharactersThatEndInABarInOtherCharsets(String name, String charset, String text) {
    byte[] encoded = text.getBytes(Charset.forName(charset));
    assertThat(encoded[encoded.length - 1]).isEqualTo((byte) '|');
    VmxDocument document = VmxDocument.parse(".encoding = \"" + name + "\"\n");

    VmxDocument named = document.edit().set("displayName", text).apply();

    assertThat(named.text()).contains("displayName = \"" + text + "7C\"");
    assertThat(named.get("displayName")).isEqualTo(text);
  }

  @Test
  void leavesTheSameDigitsAloneElsewhere() {
    VmxDocument utf8 = VmxDocument.parse("displayName = \"ポ7C\"\n");
    VmxDocument other = VmxDocument.parse(".encoding = \"Shift_JIS\"\ndisplayName = \"ー7C A7C\"\n");

    assertThat(utf8.get("displayName")).isEqualTo("ポ7C");
    assertThat(other.get("displayName")).isEqualTo("ー7C A7C");
  }

  @Test
  void saysWhichEncodingAFileCannotBeReadInAndWhatToDo() {
    byte[] file =
        ".encoding = \"ISO-8859-10\"\ndisplayName = \"\u00e9\"\n"
            .getBytes(StandardCharsets.ISO_8859_1);

    assertThatExceptionOfType(VmxSyntaxException.class)
        .isThrownBy(() -> VmxDocument.parse(file))
        .withMessageContaining("'ISO-8859-10'")
        .withMessageContaining("UTF-8")
        .satisfies(e -> assertThat(e.line()).isEqualTo(1));
  }

  @Test
  void losesNothingWhenAValueCannotBeWritten() {
    VmxDocument document = VmxDocument.parse(".encoding = \"Shift_JIS\"\ndisplayName = \"表\"\n");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> document.edit().set("displayName", "\ud55c").apply())
        .withMessageContaining("'displayName'")
        .withMessageContaining("windows-31j")
        .withMessageContaining(".encoding");
    assertThat(document.get("displayName")).isEqualTo("表");
    assertThat(
            document
                .edit()
                .set(".encoding", "UTF-8")
                .set("displayName", "\ud55c")
                .apply()
                .get("displayName"))
        .isEqualTo("\ud55c");
  }

  /** What reads a file, in a process of its own: see {@link #costsAUtf8FileNoTable}. */
  static final class ReadsUtf8 {
    private ReadsUtf8() {}

    public static void main(String[] arguments) {
      VmxDocument document = VmxDocument.parse(".encoding = \"UTF-8\"\ndisplayName = \"\u00e9\"\n");
      VmxDocument edited = document.edit().set("displayName", "\u00fc").apply();
      if (!"\u00fc".equals(edited.get("displayName"))) {
        throw new AssertionError(edited);
      }
    }
  }

  @Test
  void costsAUtf8FileNoTable() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:stdout",
                "-cp",
                System.getProperty("java.class.path"),
                ReadsUtf8.class.getName())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(log).contains(" " + VmxCharsets.class.getName() + " ");
    assertThat(log).doesNotContain("VmxCharsets$Aliases", "VmxCharsets$JavaNames");
  }
}

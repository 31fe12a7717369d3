package dev.vireo.vmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VmxSyntaxTest {

  static Stream<Arguments> readable() {
    return Stream.of(
        Arguments.of("a=\"1\"", List.of("a=1")),
        Arguments.of("a = '1'", List.of("a=1")),
        Arguments.of("a\t=\t\"1\"\t", List.of("a=1")),
        Arguments.of("a=\"it's\";b='say \"x\"'", List.of("a=it's", "b=say \"x\"")),
        Arguments.of("a=\"\"\"x\ny\"\"\"", List.of("a=x\ny")),
        Arguments.of("a=\"\"\"x\"\"y\"\"\"", List.of("a=x\"\"y")),
        Arguments.of("a=\"\"\"\"\"\"", List.of("a=")),
        Arguments.of("a=\"\"\"\"\"x\"\"\"", List.of("a=\"\"x")),
        Arguments.of("a=\"\"", List.of("a=")),
        Arguments.of("a=\"\\\"", List.of("a=\\")),
        Arguments.of("a=\"1\"; b=\"2\" ;c=\"3\";", List.of("a=1", "b=2", "c=3")),
        Arguments.of("a=\"1\";\n\n # c\nb=\"2\"", List.of("a=1", "b=2")),
        Arguments.of("a=\"1\"# b=\"2\"", List.of("a=1")),
        Arguments.of("a=\"#;=\"", List.of("a=#;=")),
        Arguments.of("a=\"1\"\rb=\"2\"\r\nc=\"3\"", List.of("a=1", "b=2", "c=3")),
        Arguments.of(".a=\"1\"\na-b:c_d.e=\"2\"", List.of(".a=1", "a-b:c_d.e=2")),
        Arguments.of("a=\"\u0001\t\u000b\u007f\"", List.of("a=\u0001\t\u000b\u007f")),
        Arguments.of(
            "memsize = 64 # MB\nb= x y \nc=\nd = -1;2",
            List.of("memsize=64", "b=x y", "c=", "d=-1;2")),
        Arguments.of(
            "8a=\"1\"\n_b=\"2\"\na/b=\"3\"\na%=\"4\"\né=\"5\"",
            List.of("8a=1", "_b=2", "a/b=3", "a%=4", "é=5")),
        Arguments.of("\ufeffa=\"1\"", List.of("a=1")),
        Arguments.of("  \n\t\r\n", List.of()),
        Arguments.of("#", List.of()));
  }

  @ParameterizedTest
  @MethodSource("readable")
  void reads(String text, List<String> entries) {
    assertThat(VmxDocument.parse(text).entries())
        .extracting(entry -> entry.key() + "=" + entry.value())
        .isEqualTo(entries);
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of("a \"1\"", 1, 3, "'=' was expected"),
        Arguments.of("\n  a", 2, 4, "the end of the file"),
        Arguments.of("a\n=\"1\"", 1, 2, "the end of the line"),
        Arguments.of("=\"1\"", 1, 1, "a key was expected"),
        Arguments.of("a b=\"1\"", 1, 3, "'b'"),
        Arguments.of("a=\"1\n\"", 1, 3, "closing quotation mark"),
        Arguments.of("\r\na='1", 2, 3, "closing quotation mark"),
        Arguments.of("x=\"1\"\na=\"\"\"1\n\n\"", 2, 3, "closing triple quotation mark"),
        Arguments.of("a=\"1\" b=\"2\"", 1, 7, "the end of the line"),
        Arguments.of("a=\"1\"\"2\"", 1, 6, "'\"'"),
        Arguments.of("a=\"1\";;", 1, 7, "a key was expected"),
        Arguments.of("a=\"1\"\n;", 2, 1, "';'"),
        Arguments.of("a=1 \"2\"", 1, 5, "quotation mark"),
        Arguments.of("a=[\"1\"]", 1, 4, "quotation mark"),
        Arguments.of("// c", 1, 4, "'='"),
        Arguments.of("a=\"1\"\u000b", 1, 6, "0x0B"),
        Arguments.of("a=\"\"\"x\r\ry\"\"\" z", 3, 6, "'z'"),
        Arguments.of("a=\"\0\"", 1, 4, "NUL"),
        Arguments.of("a='''\0", 1, 5, "'''"),
        Arguments.of("#\0", 1, 2, "NUL"),
        Arguments.of("a=\"\"\"\0\"\"\"", 1, 6, "NUL"),
        Arguments.of("a=\0", 1, 3, "NUL"),
        Arguments.of("\0", 1, 1, "0x00"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void saysWhatIsWrongAndWhere(String text, int line, int column, String words) {
    VmxSyntaxException e =
        catchThrowableOfType(VmxSyntaxException.class, () -> VmxDocument.parse(text));

    assertThat(e).hasMessageContaining(words);
    assertThat(e.problem()).doesNotContain("\n").doesNotEndWith(".");
    assertThat(List.of(e.line(), e.column())).isEqualTo(List.of(line, column));
  }

  @Test
  void saysThatAFileIsUtf16() {
    byte[] bytes = "\ufeffa=\"1\"".getBytes(StandardCharsets.UTF_16LE);

    assertThat(catchThrowableOfType(VmxSyntaxException.class, () -> VmxDocument.parse(bytes)))
        .hasMessageContaining("UTF-16")
        .hasMessageContaining("UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void saysThatAFileIsUtf16WithoutItsMark(String charset) {
    byte[] bytes = "a = \"1\"\nb = \"2\"\n".getBytes(Charset.forName(charset));

    assertThat(VmxDocument.salvage(bytes).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.problem()).contains("UTF-16"));
  }

  @Test
  void aByteThatIsNulMakesNoUtf16() {
    byte[] bytes = "a\u0000= \"1\"\nb = \"2\"\n".getBytes(StandardCharsets.UTF_8);

    assertThat(VmxDocument.salvage(bytes).document().entries()).hasSize(1);
  }

  @Test
  void readsAMillionKeys() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1_000_000; i++) {
      text.append('k').append(i).append("=\"").append(i).append("\"\n");
    }
    VmxDocument document = VmxDocument.parse(text.toString());

    VmxDocument.Editor editor = document.edit();
    for (int i = 0; i < 1_000_000; i++) {
      if (!Integer.toString(i).equals(document.get("K" + i))) {
        throw new AssertionError("k" + i + " is " + document.get("K" + i));
      }
      editor.set("k" + i, "1");
    }
    VmxDocument edited = editor.apply();

    assertThat(edited.entries()).hasSize(1_000_000).allMatch(entry -> entry.value().equals("1"));
  }

  @Test
  void readsAMillionEntriesOfOneKeyOnOneLine() {
    VmxDocument document = VmxDocument.parse("a=\"\";".repeat(1_000_000));

    assertThat(document.entries()).hasSize(1_000_000);
    assertThat(document.edit().remove("a").apply().toBytes()).isEmpty();
  }

  @Test
  void readsOneLongLine() {
    String value = "x".repeat(16 << 20);

    assertThat(VmxDocument.parse("a=\"" + value + "\"").get("a")).isEqualTo(value);
  }

  @Test
  void refusesAFileThatIsTooLarge() {
    byte[] bytes = new byte[100 << 20];
    Arrays.fill(bytes, (byte) '#');

    assertThat(catchThrowableOfType(VmxSyntaxException.class, () -> VmxDocument.parse(bytes)))
        .hasMessageContaining(String.valueOf(VmxDocument.MAX_BYTES));
  }

  @Test
  void readsAFileOfTheLargestSize() {
    byte[] bytes = new byte[VmxDocument.MAX_BYTES];
    Arrays.fill(bytes, (byte) '#');

    assertThat(VmxDocument.parse(bytes).entries()).isEmpty();
  }
}

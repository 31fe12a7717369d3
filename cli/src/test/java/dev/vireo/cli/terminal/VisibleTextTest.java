package dev.vireo.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class VisibleTextTest {

  /** Where streams are made, all others get theirs from there. */
  private static final Set<String> MAKERS =
      Set.of("VisibleStream.java", "LogSink.java", "Training.java");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0000 | \\x00",
        "0007 | \\x07",
        "0008 | \\x08",
        "000B | \\x0b",
        "000D | \\x0d",
        "001B | \\x1b",
        "007F | \\x7f",
        "0080 | \\xc2\\x80",
        "009B | \\xc2\\x9b",
        "009F | \\xc2\\x9f",
        "202A | \\xe2\\x80\\xaa",
        "202E | \\xe2\\x80\\xae",
        "2066 | \\xe2\\x81\\xa6",
        "2069 | \\xe2\\x81\\xa9",
        "D800 | \\xed\\xa0\\x80",
        "DFFF | \\xed\\xbf\\xbf"
      })
  void whatATerminalWouldActUponIsShownAsBytes(String codePoint, String visible) {
    String order = Character.toString(Integer.parseInt(codePoint, 16));
    assertThat(VisibleText.of("a" + order + "b")).isEqualTo("a" + visible + "b");
    assertThat(VisibleText.line("a" + order + "b")).isEqualTo("a" + visible + "b");
  }

  @Test
  void allElseStays() {
    String text = " ~\n\t\u00a0é\u200e標準😀\u2029\ufffd";
    assertThat(VisibleText.of(text)).isSameAs(text);
    assertThat(VisibleText.line("a\nb\tc")).isEqualTo("a\\x0ab\\x09c");
  }

  static List<Consumer<PrintStream>> waysToPrint() {
    return List.of(
        stream -> stream.print("\u001b[2J"),
        stream -> stream.print((Object) CharBuffer.wrap("\u001b[2J")),
        stream -> stream.print(new char[] {'\u001b', '[', '2', 'J'}),
        stream -> {
          stream.print('\u001b');
          stream.print("[2J");
        },
        stream -> stream.append("\u001b[2J"),
        stream -> stream.append('\u001b').append("[2J"),
        stream -> stream.printf("%s", "\u001b[2J"),
        stream -> stream.format("%c[%d%s", 27, 2, "J"));
  }

  @ParameterizedTest
  @MethodSource("waysToPrint")
  void noWayToPrintLeadsPastTheStream(Consumer<PrintStream> way) {
    assertThat(printed(way)).isEqualTo("\\x1b[2J");
    assertThat(
            printed(stream -> {
              way.accept(stream);
              stream.println("\u001b");
            }))
        .isEqualTo("\\x1b[2J\\x1b" + System.lineSeparator());
  }

  @Test
  void stackTracesAreShownTo() {
    assertThat(printed(new IllegalStateException("\u001b[2J")::printStackTrace))
        .startsWith("java.lang.IllegalStateException: \\x1b[2J")
        .doesNotContain("\u001b");
  }

  @Test
  void bytesAndDataThatNobodySeesStay() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (VisibleStream unseen = VisibleStream.forData(bytes, () -> false)) {
      unseen.print("\u001b\u009b");
    }
    try (VisibleStream messages = VisibleStream.forMessages(bytes)) {
      messages.write('\r');
    }
    assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("\u001b\u009b\r");
  }

  private static String printed(Consumer<PrintStream> way) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (VisibleStream stream = VisibleStream.forMessages(bytes)) {
      way.accept(stream);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** A stream that somebody makes for himself would be a way past this one. */
  @Test
  void nobodyElseMakesStreams() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      List<Path> sources =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !MAKERS.contains(String.valueOf(file.getFileName())))
              .toList();
      assertThat(sources).hasSizeGreaterThan(100);
      for (Path source : sources) {
        assertThat(source)
            .content()
            .doesNotContain(
                "new PrintStream(", "System.out", "System.err", "new PrintWriter(System");
      }
    }
  }
}

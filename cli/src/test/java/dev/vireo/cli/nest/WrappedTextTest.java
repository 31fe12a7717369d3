package dev.vireo.cli.nest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines as wide as a terminal. */
class WrappedTextTest {

  @Test
  void sentencesAreBrokenAtBlanks() {
    assertThat(WrappedText.lines("switch virtualization on in this machine", 20))
        .containsExactly("switch", "virtualization on in", "this machine");
    assertThat(WrappedText.lines("short", 20)).containsExactly("short");
    assertThat(WrappedText.lines("a /very/long/path/that/stays/whole b", 10))
        .containsExactly("a", "/very/long/path/that/stays/whole", "b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "echo one two three four && echo 'five  six' seven eight",
        "echo \"a b c d e f g h i j k\" | cat && { echo x || echo y; }",
        "echo it is one long command without an operator in it"
      })
  void commandsMeanTheSameWhenTheyAreCopiedFromTheirLines(String command) throws IOException {
    for (int width : new int[] {12, 20, 30, 200}) {
      List<String> lines = WrappedText.lines(command, width);

      assertThat(shell(String.join("\n    ", lines))).isEqualTo(shell(command));
    }
    assertThat(WrappedText.lines(command, 30))
        .hasSizeGreaterThan(1)
        .allMatch(line -> line.length() <= 30 || line.contains("\""));
  }

  private static String shell(String script) throws IOException {
    Process process = new ProcessBuilder("sh", "-c", script).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}

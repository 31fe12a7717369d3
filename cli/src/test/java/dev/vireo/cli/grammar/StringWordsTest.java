package dev.vireo.cli.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected results are those of virsh 9.0.0. */
class StringWordsTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "echo a  b      | echo,a,b",
        "echo \"a b\" c | echo,a b,c",
        "echo 'a b' c   | echo,a b,c",
        "echo a\\ b     | echo,a b",
        "echo \"a\\\"b\"| echo,a\"b",
        "echo \"a\\b\"  | echo,ab",
        "echo 'a\\b'    | echo,a\\b",
        "echo 'a        | echo,a",
        "echo a'b c'\"d e\"f | echo,ab cd ef",
        "echo \"\"      | echo,``",
        "echo a#b       | echo,a#b",
        "echo a #b      | echo,a",
        "echo 'a;b' \"c;d\" e\\;f | echo,a;b,c;d,e;f",
      },
      delimiter = '|')
  void splitsAsVirshDoes(String line, String words) {
    assertThat(String.join(",", commands(line).get(0))).isEqualTo(words.replace("``", ""));
  }

  @Test
  void separatesCommandsAtSemicolonsAndLineEnds() {
    assertThat(commands(";;uri;hostname # list; foo\nlist --all"))
        .containsExactly(
            List.of(), List.of(), List.of("uri"), List.of("hostname"), List.of("list", "--all"));
  }

  @Test
  void continuesALineAfterABackslash() {
    assertThat(commands("echo a\\\nb \\\n c")).containsExactly(List.of("echo", "ab", "c"));
  }

  @Test
  void wantsDoubleQuotesClosed() {
    assertThatThrownBy(() -> commands("echo \"a"))
        .isInstanceOf(SyntaxException.class)
        .hasMessage("missing \"");
  }

  @Test
  void wantsSomethingAfterABackslash() {
    assertThatThrownBy(() -> commands("echo a\\"))
        .isInstanceOf(SyntaxException.class)
        .hasMessage("dangling \\");
  }

  private static List<List<String>> commands(String line) {
    StringWords words = new StringWords(line);
    List<List<String>> commands = new ArrayList<>();
    while (!words.atEnd()) {
      List<String> command = new ArrayList<>();
      for (String word = words.next(); word != null; word = words.next()) {
        command.add(word);
      }
      commands.add(command);
    }
    return commands;
  }
}

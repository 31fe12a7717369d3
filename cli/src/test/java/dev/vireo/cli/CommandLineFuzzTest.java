package dev.vireo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import dev.vireo.cli.grammar.ArgumentWords;
import dev.vireo.cli.grammar.CommandParser;
import dev.vireo.cli.grammar.ParsedCommand;
import dev.vireo.cli.grammar.StringWords;
import dev.vireo.cli.grammar.SyntaxException;
import dev.vireo.cli.grammar.Words;
import dev.vireo.cli.help.TypedWords;
import dev.vireo.cli.terminal.VisibleText;
import dev.vireo.cli.verb.CommandTable;
import dev.vireo.cli.verb.Verb;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What holds for whatever a user types. */
class CommandLineFuzzTest {

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Words split = new StringWords(line);
    while (!split.atEnd()) {
      String word = split.next();
      if (word != null) {
        words.add(word);
      }
    }
    return words;
  }

  @FuzzTest
  void lines(byte @NotNull [] bytes) {
    String line = text(bytes);
    assertThat(TypedWords.of(line)).isNotEmpty();
    try {
      List<String> words = words(line);
      List<String> quoted =
          words.stream().map(word -> "'" + word.replace("'", "'\\''") + "'").toList();
      assertThat(words(String.join(" ", quoted))).isEqualTo(words);
      List<ParsedCommand<Verb>> commands =
          new CommandParser<>(CommandTable.LOOKUP).parse(new StringWords(line));
      assertThat(commands).hasSizeLessThanOrEqualTo(words.size());
    } catch (SyntaxException e) {
      assertThat(e.getMessage()).isNotEmpty();
    }
  }

  /** Arguments, each on a line of its own. */
  @FuzzTest
  void arguments(byte @NotNull [] bytes) {
    List<String> arguments = Arrays.asList(text(bytes).split("\n", -1));
    try {
      GlobalOptions options = GlobalOptionsParser.parse(arguments);
      int rest = options.commandLine().size();
      assertThat(options.commandLine())
          .isEqualTo(arguments.subList(arguments.size() - rest, arguments.size()));
      assertThat(options.debugLevel()).isBetween(0, 4);
    } catch (UsageException e) {
      assertThat(e.getMessage()).isNotEmpty();
    }
    try {
      new CommandParser<>(CommandTable.LOOKUP).parse(new ArgumentWords(arguments));
    } catch (SyntaxException e) {
      assertThat(e.getMessage()).isNotEmpty();
    }
  }

  @FuzzTest
  void amounts(byte @NotNull [] bytes) {
    String text = text(bytes);
    try {
      assertThat(Amounts.bytes("memory", text)).isPositive().isEqualTo(Amounts.bytes("x", text));
    } catch (CommandException e) {
      assertThat(e.lines()).hasSize(1);
    }
    try {
      assertThat(Amounts.duration("timeout", text).isNegative()).isFalse();
    } catch (CommandException e) {
      assertThat(e.lines()).hasSize(1);
    }
    assertThat(ScreenWidth.columns(text)).isBetween(1, 99_999);
    assertThat(VisibleText.of(text)).doesNotContainPattern("[\\x00-\\x08\\x0b-\\x1f\\x7f]");
  }
}

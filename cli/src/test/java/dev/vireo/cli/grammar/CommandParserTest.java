package dev.vireo.cli.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandParserTest {
  private static final CommandSpec MOVE =
      CommandSpec.of("move", CommandGroup.DOMAIN, "move something")
          .option(OptionSpec.data("thing", "what", Completer.NONE))
          .option(OptionSpec.bool("fast", "hurry"))
          .option(OptionSpec.string("to", "where", Completer.NONE))
          .option(OptionSpec.number("times", "how often"))
          .option(OptionSpec.optional("copy", "leave a copy there"))
          .failsWith(7)
          .build();
  private static final CommandSpec SAY =
      CommandSpec.of("say", CommandGroup.DOMAIN, "say something")
          .option(OptionSpec.bool("loud", "shout"))
          .option(OptionSpec.argv("words", "what"))
          .build();
  private static final CommandSpec HELP =
      CommandSpec.of("help", CommandGroup.VIREO, "help")
          .option(OptionSpec.string("command", "about", Completer.NONE))
          .build();
  private static final Map<String, CommandSpec> SPECS =
      Map.of("move", MOVE, "say", SAY, "help", HELP);

  /** A command that can only be parsed. */
  private record Parsable(CommandSpec spec) implements Command {}

  private final CommandParser<Parsable> parser =
      new CommandParser<>(
          new CommandLookup<>() {
            @Override
            public @Nullable Parsable find(String name) {
              CommandSpec spec = SPECS.get(name);
              return spec == null ? null : new Parsable(spec);
            }

            @Override
            public List<String> names() {
              return SPECS.keySet().stream().sorted().toList();
            }
          });

  @ParameterizedTest
  @ValueSource(
      strings = {
        "move box --fast --to Rome --times 2",
        "--times=2 --to=Rome --fast box",
        "--fast box Rome 2",
        "--thing box Rome --fast 2",
        "box --to Rome 2 --fast",
      })
  void takesOptionsAnywhereAndFillsInTheRestByPosition(String line) {
    String words = line.startsWith("move") ? line : "move " + line;
    Arguments arguments = single(words).arguments();
    assertThat(arguments.value("thing")).isEqualTo("box");
    assertThat(arguments.value("to")).isEqualTo("Rome");
    assertThat(arguments.value("times")).isEqualTo("2");
    assertThat(arguments.has("fast")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "run                  | unknown command: 'run' | the command 'help' lists those there are",
        "mvoe                 | unknown command: 'mvoe' | did you mean 'move'?",
        "say a; sya           | unknown command: 'sya' | did you mean 'say'?",
        "move                 | command 'move' requires <thing> option |",
        "move a b 3 x         | unexpected data 'x' | 'help move' shows what it takes",
        "move -a b 3 x        | unexpected data 'x' | 'help move' shows what it takes",
        "move a --slow        | command 'move' doesn't support option --slow"
            + " | 'help move' shows what it takes",
        "move a --fas         | command 'move' doesn't support option --fas"
            + " | did you mean --fast?",
        "move a --fast=1      | invalid '=' after option --fast |",
        "move a --help=1      | invalid '=' after option --help |",
        "move a --to          | expected syntax: --to <string> |",
        "move a --times       | expected syntax: --times <number> |",
        "move a --copy=       | expected syntax: --copy[=<string>] |",
        "move a --fast --fast | option --fast already seen |",
        "move a --thing b     | option --thing already seen |",
      })
  void reportsMistakesInVirshsWordsAndSaysWhatToDo(
      String line, String message, @Nullable String hint) {
    assertThatThrownBy(() -> parser.parse(new StringWords(line)))
        .hasMessage(message)
        .isInstanceOfSatisfying(SyntaxException.class, e -> assertThat(e.hint()).isEqualTo(hint));
  }

  @Test
  void takesAnOptionalValueBehindAnEqualsSignOnly() {
    Arguments without = single("move --copy box").arguments();
    assertThat(without.has("copy")).isTrue();
    assertThat(without.value("copy")).isEmpty();
    assertThat(without.value("thing")).isEqualTo("box");
    assertThat(single("move box --copy=.bak Rome").arguments().value("copy")).isEqualTo(".bak");
    assertThat(single("move box --copy=.bak Rome").arguments().value("to")).isEqualTo("Rome");
  }

  @ParameterizedTest
  @ValueSource(strings = {"move", "move a --slow", "move a --to", "move a b 3 x", "move a --copy="})
  void aMistakeHasTheExitCodeOfTheCommandsFailures(String line) {
    assertThatThrownBy(() -> parser.parse(new StringWords(line)))
        .isInstanceOfSatisfying(SyntaxException.class, e -> assertThat(e.exitCode()).isEqualTo(7));
    assertThatThrownBy(() -> parser.parse(new StringWords("say --slow; " + line)))
        .isInstanceOfSatisfying(SyntaxException.class, e -> assertThat(e.exitCode()).isEqualTo(1));
  }

  @Test
  void endsOptionsAtTwoDashes() {
    assertThat(single("say -- --loud").arguments().all("words")).containsExactly("--loud");
    assertThat(single("move -- --fast").arguments().value("thing")).isEqualTo("--fast");
  }

  @Test
  void takesWhateverFollowsAnOptionAsItsValue() {
    assertThat(single("move --thing --fast").arguments().value("thing")).isEqualTo("--fast");
  }

  @Test
  void keepsAnEmptyWord() {
    assertThat(single("say '' a").arguments().all("words")).containsExactly("", "a");
  }

  @Test
  void turnsHelpIntoTheHelpCommandWhateverIsMissing() {
    ParsedCommand<Parsable> parsed = single("move --help");
    assertThat(parsed.command().spec().name()).isEqualTo("help");
    assertThat(parsed.arguments().value("command")).isEqualTo("move");
  }

  @Test
  void takesWordsOfTheShellAsTheyAre() {
    List<ParsedCommand<Parsable>> parsed =
        parser.parse(new ArgumentWords(List.of("say", "a;b", "'c'", "#d")));
    assertThat(parsed).hasSize(1);
    assertThat(parsed.get(0).arguments().all("words")).containsExactly("a;b", "'c'", "#d");
  }

  @Test
  void separatesWordsOfTheShellAtASemicolonThatTheCommandCannotUse() {
    List<ParsedCommand<Parsable>> parsed =
        parser.parse(new ArgumentWords(List.of("move", "a", "b", "3", ";", "say", "c")));
    assertThat(parsed).extracting(p -> p.command().spec().name()).containsExactly("move", "say");
    assertThat(parser.parse(new ArgumentWords(List.of("say", "a", ";", "say")))).hasSize(1);
  }

  private ParsedCommand<Parsable> single(String line) {
    List<ParsedCommand<Parsable>> parsed = parser.parse(new StringWords(line));
    assertThat(parsed).hasSize(1);
    return parsed.get(0);
  }
}

package dev.vireo.cli.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.cli.verb.CommandTable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that Vireo does not know, next to those that virsh does. */
class UnknownWordTest {
  private static List<String> commandsOfVirsh() {
    return VirshWords.read().commands();
  }

  @Test
  void knowsTheCommandsOfVirsh() {
    assertThat(commandsOfVirsh())
        .hasSizeGreaterThan(270)
        .contains("net-list", "edit", "define", "snapshot-create-as", "nodedev-dettach");
  }

  @ParameterizedTest
  @MethodSource("commandsOfVirsh")
  void eachCommandOfVirshIsThereOrSaidToBeMissing(String word) {
    if (CommandTable.find(word) == null) {
      assertThatThrownBy(() -> parse(word + " --all x"))
          .isInstanceOf(SyntaxException.class)
          .hasMessage("'" + word + "' is a command of virsh that Vireo does not have yet");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "net-lsit | did you mean 'net-list', a command of virsh that Vireo does not have yet?",
        "checkpoint-lst | did you mean 'checkpoint-list', a command of virsh that Vireo does not",
        "domtim | did you mean 'domtime', a command of virsh that Vireo does not have yet?",
        "domstat | did you mean 'domstate'?",
        "net-stop | the command 'help' lists those there are",
        "nest-list | did you mean 'nest list'?",
        "lsit | did you mean 'list'?",
        "vmxx | did you mean 'vmx'?",
        "nset | did you mean 'nest'?",
        "vmx lnit | did you mean 'vmx lint'?",
        "sutdown | did you mean 'shutdown'?",
        "frobnicate | the command 'help' lists those there are",
      })
  void guessesAmongTheWordsOfBoth(String line, String guess) {
    String[] words = line.split(" ");
    String named = words[0].equals("vmx") ? line : words[0];
    assertThatThrownBy(() -> parse(line))
        .hasMessage("unknown command: '" + named + "'")
        .isInstanceOfSatisfying(SyntaxException.class, e -> assertThat(e.hint()).startsWith(guess));
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "dumpxml", "start", "domxml-to-native", "connect", "echo", "cd"})
  void sharedCommandsHaveAllOptionsOfVirsh(String command) {
    Command known = CommandTable.find(command);
    assertThat(known).isNotNull();
    for (String option : List.of("all", "inactive", "console", "xpath", "xml", "name", "shell")) {
      if (VirshWords.read().hasOption(command, option)) {
        assertThat(known.spec().option(option)).as(command + " --" + option).isNotNull();
      }
    }
  }

  @Test
  void anOptionOfVirshThatIsMissingSaysSo() {
    CommandSpec start = CommandSpec.of("start", CommandGroup.DOMAIN, "start").build();

    assertThat(UnknownWord.option("paused", start))
        .hasMessage("--paused is an option of virsh's 'start' that Vireo does not have yet");
    assertThat(UnknownWord.option("pause", start))
        .hasMessage("command 'start' doesn't support option --pause")
        .extracting(SyntaxException::hint)
        .isEqualTo("'help start' shows what it takes");
  }

  @Test
  void helpKnowsThemToo() {
    assertThat(UnknownWord.ofVirsh("net-list"))
        .isEqualTo("'net-list' is a command of virsh that Vireo does not have yet");
    assertThat(UnknownWord.ofVirsh("pool"))
        .isEqualTo("'pool' is a group of commands of virsh that Vireo does not have yet");
    assertThat(UnknownWord.ofVirsh("frobnicate")).isNull();
  }

  private static void parse(String line) {
    new CommandParser<>(CommandTable.LOOKUP).parse(new StringWords(line));
  }
}

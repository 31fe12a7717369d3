package dev.vireo.cli.verb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandParser;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.grammar.ParsedCommand;
import dev.vireo.cli.grammar.StringWords;
import dev.vireo.cli.help.CompletionScript;
import dev.vireo.cli.help.FishCompletion;
import dev.vireo.cli.help.HelpText;
import dev.vireo.cli.help.ManPage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that the table gives may leave a command out. */
class CommandTableTest {

  static List<CommandSpec> specs() {
    return CommandTable.specs();
  }

  @Test
  void namesNoCommandTwiceAndSortsEachGroup() {
    for (CommandGroup group : CommandGroup.values()) {
      List<String> names =
          specs().stream().filter(s -> s.group() == group).map(CommandSpec::name).toList();
      assertThat(names).isNotEmpty().isSorted().doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @MethodSource("specs")
  void findsEachCommandByItsName(CommandSpec spec) {
    Verb verb = CommandTable.find(spec.name());
    assertThat(verb).isNotNull();
    assertThat(verb.spec()).isEqualTo(spec);
  }

  @ParameterizedTest
  @MethodSource("specs")
  void describesEachCommandAndOption(CommandSpec spec) {
    assertThat(spec.help()).isNotBlank().doesNotContain("\n");
    assertThat(spec.description().lines()).allMatch(line -> line.length() <= 76);
    assertThat(spec.options()).extracting(OptionSpec::name).doesNotHaveDuplicates();
    assertThat(spec.options()).allSatisfy(option -> assertThat(option.help()).isNotBlank());
  }

  @ParameterizedTest
  @MethodSource("specs")
  void givesExamplesThatParseAsThisCommand(CommandSpec spec) {
    assertThat(spec.examples()).isNotEmpty();
    for (String example : spec.examples()) {
      List<ParsedCommand<Verb>> parsed =
          new CommandParser<>(CommandTable.LOOKUP).parse(new StringWords(example));
      assertThat(parsed).hasSize(1);
      assertThat(parsed.get(0).command().spec().name()).isEqualTo(spec.name());
    }
  }

  @ParameterizedTest
  @MethodSource("specs")
  void helpCompletionAndManualKnowEachCommandAndOption(CommandSpec spec) {
    String help = HelpText.command(spec, 1000);
    assertThat(help).startsWith("  NAME\n    " + spec.name() + " - ");
    String list = "    " + spec.name() + " ";
    assertThat(HelpText.usage()).contains(list);
    assertThat(HelpText.allCommands()).contains(list);
    assertThat(HelpText.group(spec.group())).contains(list);
    String manual = ManPage.text(specs());
    assertThat(manual).contains("\n.B " + HelpText.synopsis(spec).replace("-", "\\-") + "\n");
    assertThat(FishCompletion.script(specs()))
        .contains(" -a " + spec.name().replaceFirst(".* ", "") + " -d ");
    String bash = CompletionScript.bash(specs());
    String pattern = spec.name().replace(" ", "\\ ");
    String branch = bash.substring(bash.indexOf("    " + pattern + ")\n"));
    branch = branch.substring(0, branch.indexOf("\n      fi ;;\n"));
    for (String example : spec.examples()) {
      assertThat(help).contains("\n    vireo " + example + "\n");
    }
    for (OptionSpec option : spec.options()) {
      assertThat(help).contains(option.help());
      assertThat(manual).contains("\n" + option.help().replace("-", "\\-").replace("'", "\\(aq"));
      if (!HelpText.synopsis(spec).contains("<" + option.name() + ">]...")) {
        assertThat(branch).contains("--" + option.name());
      }
    }
  }
}

package dev.vireo.cli.help;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.cli.Run;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.verb.CommandTable;
import dev.vireo.spi.HypervisorDrivers;
import dev.vireo.uri.UriParameter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How help is laid out, and what it tells besides the commands. */
class HelpTextTest {
  private static final CommandSpec SPEC =
      CommandSpec.of("paint", CommandGroup.DOMAIN, "paint something")
          .description("Paints what stands in the way of the brush, and nothing else.\n\n  a  b")
          .option(OptionSpec.data("thing", "what to paint", Completer.NONE))
          .option(OptionSpec.bool("fast", "take as little time as can be, and leave drops behind"))
          .option(OptionSpec.optional("colour", "which colour"))
          .option(OptionSpec.named("a-name-that-is-too-long", "what it says", Completer.NONE))
          .example("paint house --fast")
          .build();

  private static List<CommandSpec> specs() {
    return CommandTable.specs();
  }

  @Test
  void alignsAndWraps() {
    assertThat(HelpText.command(SPEC, 50))
        .isEqualTo(
            """
              NAME
                paint - paint something

              SYNOPSIS
                paint <thing> [--fast] [--colour[=<string>]]
                      [--a-name-that-is-too-long <string>]
                      [--json]

              DESCRIPTION
                Paints what stands in the way of the brush,
                and nothing else.

                  a  b

              OPTIONS
                [--thing] <string>     what to paint
                --fast                 take as little time as
                                       can be, and leave drops
                                       behind
                --colour[=<string>]    which colour
                --a-name-that-is-too-long <string>
                                       what it says
                --json                 print its text as JSON

              EXAMPLES
                vireo paint house --fast

            """);
  }

  @ParameterizedTest
  @MethodSource("specs")
  void noLineOfHelpIsLongerThanATerminal(CommandSpec spec) {
    String examples = "\n    vireo ";
    assertThat(HelpText.command(spec, 80).replaceAll(examples + ".*", "").lines())
        .allMatch(line -> line.length() <= 80);
  }

  @Test
  void explainsEachParameterOfAUri() {
    String help = Run.vireo("help", "uri").out();

    assertThat(help).startsWith("  NAME\n    uri - ").contains("\n  CONNECTION URIS\n");
    for (UriParameter parameter : HypervisorDrivers.uriParameters()) {
      assertThat(help).contains("\n    " + parameter.name() + "=" + parameter.grammar());
      assertThat(help.replaceAll("\\s+", " "))
          .contains(parameter.description().replaceFirst("[.]$", ""), parameter.defaultValue());
    }
    assertThat(help).contains("esx://", "gsx://", "vpx://", "test:///default", "%40");
  }

  @Test
  void showsTheFormOfTheFileOfCredentials() {
    assertThat(Run.vireo("help auth").out())
        .contains("        [credentials-lab]\n        username=root\n        password=secret\n")
        .contains("[auth-esx-esx1.example.org]", "[auth-esx-default]", "LIBVIRT_AUTH_FILE");
  }

  @ParameterizedTest
  @EnumSource
  void theManualHasEachTopicAndHelpListsIt(HelpTopic topic) {
    String manual = RoffText.of(ManPage.text(CommandTable.specs()), 100).replaceAll(".\b", "");
    String words = manual.replaceAll("\\s+", " ");

    assertThat(Run.vireo("help", topic.keyword()).out())
        .contains("  " + topic.title().toUpperCase(Locale.ROOT) + "\n");
    assertThat(Run.vireo("help").out()).contains("\n    " + topic.keyword() + " ");
    assertThat(manual).contains("\n" + topic.title().toUpperCase(Locale.ROOT) + "\n");
    for (HelpTopic.Part part : topic.text()) {
      switch (part) {
        case HelpTopic.Sentences sentences -> assertThat(words).contains(sentences.text());
        case HelpTopic.Entry entry -> assertThat(words).contains(entry.term() + " " + entry.text());
        case HelpTopic.Lines lines ->
            lines.text().lines().forEach(line -> assertThat(manual).contains(line + "\n"));
      }
    }
  }

  @Test
  void namesTheExitCodes() {
    assertThat(Run.vireo("help", "exit-codes").out())
        .contains("\n    0 ", "\n    1 ", "\n    2 ", "\n    130 ", "\n    143, 129 ");
  }
}

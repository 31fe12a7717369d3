package dev.vireo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.cli.verb.CommandTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands that need no host. Expected results are virsh 9.0.0's where it has them. */
class VireoTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "echo a b|a b",
        "echo --xml <a&\"'>|&lt;a&amp;&quot;&apos;&gt;",
        "echo --shell  it's $x a-b|'' 'it'\\''s' '$x' a-b",
      })
  void echoes(String words, String expected) {
    assertThat(Run.vireo(words.split(" "))).isEqualTo(new Run(expected + "\n", "", 0));
  }

  @Test
  void splitsAtCommas() {
    assertThat(Run.vireo("echo", "--split", "a,,b,c", "d").out()).isEqualTo("a,b\nc\n d\n\n");
  }

  @Test
  void printsOnlyDataWhenQuiet() {
    assertThat(Run.vireo("-q", "echo a; echo b")).isEqualTo(new Run("ab", "", 0));
  }

  @Test
  void returnsTheExitCodeOfTheLastCommand() {
    assertThat(Run.vireo("help nonsense; echo a"))
        .isEqualTo(
            new Run(
                "\na\n",
                """
                error: command or command group 'nonsense' doesn't exist
                hint: 'help' alone lists the commands and topics
                """,
                0));
    assertThat(Run.vireo("echo a; help nonsense").exitCode()).isEqualTo(1);
  }

  @Test
  void runsNothingOfALineWithAMistake() {
    assertThat(Run.vireo("echo a; foo"))
        .isEqualTo(
            new Run(
                "",
                "error: unknown command: 'foo'\nhint: the command 'help' lists those there are\n",
                1));
    assertThat(Run.vireo("-x"))
        .isEqualTo(new Run("", "error: unsupported option '-x'. See --help.\n", 1));
    assertThat(Run.vireo("")).isEqualTo(new Run("", "", 1));
  }

  @Test
  void takesNewerOptionsOfVirsh() {
    assertThat(Run.vireo("--no-pkttyagent", "echo", "a")).isEqualTo(new Run("a\n", "", 0));
    assertThat(Run.vireo("-P", "echo", "a").exitCode()).isEqualTo(1);
  }

  @Test
  void helpSaysWhatVirshHasMore() {
    assertThat(Run.vireo("help", "net-list").err())
        .isEqualTo("error: 'net-list' is a command of virsh that Vireo does not have yet\n");
    assertThat(Run.vireo("help network").err()).contains("a group of commands of virsh");
  }

  @Test
  void stopsAtQuit() {
    assertThat(Run.vireo("quit; echo a")).isEqualTo(new Run("", "", 0));
  }

  @Test
  void changesTheDirectoryInTheShellOnly() {
    assertThat(Run.vireo("cd", "/"))
        .isEqualTo(new Run("\n", "error: cd: command valid only in interactive mode\n", 1));
  }

  @Test
  void printsTimes() {
    assertThat(Run.vireo("-t", "echo", "a").out()).matches("a\n\\(Time: \\d+\\.\\d{3} ms\\)\n\n");
    assertThat(CommandRunner.milliseconds(12_034_567)).isEqualTo("12.034");
    assertThat(CommandRunner.milliseconds(7_000)).isEqualTo("0.007");
  }

  @Test
  void saysHowToNameAHost() {
    Run run = Run.vireo("uri");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .startsWith("error: failed to connect to the hypervisor\nerror: no host is named\n")
        .contains("-c test:///default", "VIREO_DEFAULT_CONNECT_URI");
  }

  @Test
  void needsNoHostForCommandsThatAskNone() {
    assertThat(Run.vireo("-c", "nonsense://x/", "echo", "a")).isEqualTo(new Run("a\n", "", 0));
  }

  @Test
  void refusesABadUriBeforeAnythingRuns() {
    Run run = Run.with(Map.of("VIREO_DEFAULT_CONNECT_URI", "esx:///"), "", "echo a; uri");
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("error: failed to connect to the hypervisor\nerror: ");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void prefersItsOwnVariableAndTheOption() {
    Map<String, String> environment =
        Map.of(
            "VIREO_DEFAULT_CONNECT_URI", "own:///",
            "VIRSH_DEFAULT_CONNECT_URI", "virsh:///",
            "LIBVIRT_DEFAULT_URI", "libvirt:///");
    assertThat(Run.with(environment, "", "uri").err()).contains("own");
    assertThat(Run.with(environment, "", "-c", "option:///", "uri").err()).contains("option");
  }

  @Test
  void tellsItsVersion() throws IOException {
    assertThat(Run.vireo("-v")).isEqualTo(new Run(Version.CURRENT + "\n", "", 0));
    assertThat(Run.vireo("-V").out()).contains(Version.CURRENT, "ESX");
    assertThat(Files.readString(Path.of("pom.xml")))
        .contains("<version>" + Version.CURRENT + "-SNAPSHOT</version>");
  }

  @Test
  void printsHelpManualAndCompletion() {
    assertThat(Run.vireo("help", "domuuid").out())
        .startsWith(
            """
              NAME
                domuuid - convert a domain name or id to domain UUID

              SYNOPSIS
                domuuid <domain> [--json] [--trace]

              OPTIONS
                [--domain] <string>  domain id or name
            """);
    assertThat(Run.vireo("help").out()).startsWith("Grouped commands:\n\n Domain Management (help");
    assertThat(Run.vireo("help", "host").out())
        .startsWith(" Host and Hypervisor (help keyword 'host'):\n    capabilities")
        .endsWith("show version\n\n");
    assertThat(Run.vireo("man").out()).startsWith(".TH VIREO 1");
    assertThat(Run.vireo("completion", "zsh").out()).startsWith("#compdef vireo\n");
    assertThat(Run.vireo("completion", "fish").out()).startsWith("# fish completion for vireo");
    assertThat(Run.vireo("completion", "tcsh").exitCode()).isEqualTo(1);
    assertThat(CommandTable.specs()).isNotEmpty();
  }
}

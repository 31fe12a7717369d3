package dev.vireo.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.cli.Run;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The shell without a terminal. Expected results are virsh 9.0.0's with its name replaced. */
class ShellTest {
  private static final String WELCOME =
      """
      Welcome to vireo, the virtualization interactive terminal.

      Type:  'help' for help with commands
             'quit' to quit

      """;

  @Test
  void echoesWhatItReadsAndGoesOnAfterMistakes() {
    Run run = type("echo a\n\nfoo\necho \"a\nb\"\n# c\nquit\necho d\n");
    assertThat(run.out())
        .isEqualTo(
            WELCOME
                + """
                vireo # echo a
                a
                vireo #\s
                vireo # foo
                vireo # echo "a
                vireo # b"
                vireo # # c
                vireo # quit

                """);
    assertThat(run.err())
        .isEqualTo(
            """
            error: unknown command: 'foo'
            hint: the command 'help' lists those there are
            error: missing "
            error: missing "
            """);
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void endsWithTheInput() {
    assertThat(type("echo a").out()).isEqualTo(WELCOME + "vireo # echo a\na\nvireo # \n");
    assertThat(type("").out()).isEqualTo(WELCOME + "vireo # \n");
  }

  @Test
  void welcomesNobodyWhenQuiet() {
    assertThat(Run.with(Map.of(), "quit\n", "-q").out()).isEqualTo("vireo # quit\n\n");
  }

  @Test
  void changesItsDirectory() {
    Run run = type("cd /\npwd\ncd /no/such\ncd\npwd\n");
    assertThat(run.out()).contains("vireo # pwd\n/\n\n").contains("vireo # pwd\n/tmp\n\n");
    assertThat(run.err()).isEqualTo("error: cd: No such file or directory: /no/such\n");
  }

  private static Run type(String input) {
    return Run.with(Map.of("HOME", "/tmp"), input);
  }
}

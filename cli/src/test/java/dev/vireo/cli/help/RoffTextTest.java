package dev.vireo.cli.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.cli.verb.CommandTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoffTextTest {
  @TempDir Path folder;

  @Test
  void laysOutWhatTheManualUses() {
    String roff =
        """
        .TH X 1
        .SH NAME
        x \\- a \\fBthing\\fR that goes on for more than a line
        .PP
        next
        .TP
        .B \\-a
        short
        .TP
        .BR \\-\\-longer ", " \\fIFILE\\fR
        explained here and on the line that follows
        .RS
        .PP
        inner
        .nf
          as \\(aqit\\(aq is
        .fi
        .RE
        .SS Part
        \\&.dot\\e
        """;

    assertThat(RoffText.of(roff, 34).replaceAll(".\b", ""))
        .isEqualTo(
            """
            NAME
                   x - a thing that goes on
                   for more than a line

                   next

                   -a     short

                   --longer, FILE
                          explained here and
                          on the line that
                          follows

                          inner
                            as 'it' is

               Part
                   .dot\\
            """);
  }

  @Test
  void overstrikesWhatIsBoldOrUnderlined() {
    assertThat(RoffText.of(".B ab\n.I c\nd", 80)).isEqualTo("       a\bab\bb _\bc d\n");
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThatThrownBy(() -> RoffText.of(".XX a", 80)).hasMessage("an unknown request: .XX a");
  }

  /** Words and their order are those that the formatter of the system finds in the page. */
  @Test
  void readsThePageAsManDoes() throws IOException, InterruptedException {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/man")), "needs man");
    String roff = ManPage.text(CommandTable.specs());
    Path page = Files.writeString(folder.resolve("vireo.1"), roff);
    ProcessBuilder builder = new ProcessBuilder("man", "-l", page.toString());
    builder.environment().putAll(Map.of("MANWIDTH", "5000", "LC_ALL", "C", "MANPAGER", "cat"));
    Process man = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String expected = new String(man.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    Assumptions.assumeTrue(man.waitFor() == 0, "needs a man that formats");

    List<String> words = words(RoffText.of(roff, 5000));

    List<String> theirs = words(expected);
    // Header and footer are theirs alone.
    int from = theirs.indexOf("NAME");
    assertThat(words).isEqualTo(theirs.subList(from, from + words.size()));
  }

  private static List<String> words(String text) {
    return List.of(text.replaceAll(".\b|\u001b\\[[0-9;]*m", "").strip().split("\\s+"));
  }
}

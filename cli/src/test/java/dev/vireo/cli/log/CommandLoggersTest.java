package dev.vireo.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.cli.Run;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ListResourceBundle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of what classes tell the JVM's {@link System.Logger}. */
class CommandLoggersTest {
  private static final Logger OWN = System.getLogger("dev.vireo.test");

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);

  @AfterEach
  void backToTheStart() {
    LogSink.showMessages(System.err, Level.INFO);
  }

  private List<String> lines() {
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void aMessageIsOneLineWithItsLevel() {
    LogSink.showMessages(out, Level.INFO);

    OWN.log(Level.WARNING, "the äther is ''{0}''", "gone");
    OWN.log(Level.INFO, () -> "it's {0}");
    OWN.log(Level.ERROR, "no {braces} to fill", 1);

    assertThat(lines())
        .containsExactly(
            "WARNING: the äther is 'gone'", "INFO: it's {0}", "ERROR: no {braces} to fill");
  }

  @Test
  void aRecordHasTimeAndLoggerToo() {
    LogSink.showRecords(out, Level.DEBUG);

    OWN.log(Level.DEBUG, "sent");

    assertThat(lines())
        .singleElement()
        .asString()
        .matches(
            "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3} DEBUG dev\\.vireo\\.test: sent");
  }

  @Test
  void whatWasThrownFollows() {
    LogSink.showMessages(out, Level.INFO);

    OWN.log(Level.WARNING, "it failed", new IOException("disk on fire"));

    assertThat(lines())
        .startsWith("WARNING: it failed", "java.io.IOException: disk on fire")
        .anyMatch(line -> line.startsWith("\tat " + CommandLoggersTest.class.getName()));
  }

  @Test
  void whatIsLessSevereIsDropped() {
    LogSink.showMessages(out, Level.WARNING);

    OWN.log(Level.INFO, "nothing special");
    OWN.log(Level.OFF, "nothing at all");

    assertThat(OWN.isLoggable(Level.INFO)).isFalse();
    assertThat(OWN.isLoggable(Level.OFF)).isFalse();
    assertThat(OWN.isLoggable(Level.WARNING)).isTrue();
    assertThat(lines()).isEmpty();
  }

  @Test
  void headersThatTheHttpClientOfTheJvmLogsAreNeverShown() {
    LogSink.showRecords(out, Level.ALL);
    Logger http = System.getLogger("sun.net.www.protocol.http.HttpURLConnection");

    http.log(Level.DEBUG, "Cookie: secret");
    http.log(Level.INFO, "Cookie: secret");
    http.log(Level.WARNING, "something is wrong");

    assertThat(lines()).singleElement().asString().endsWith(": something is wrong");
  }

  @Test
  void textsComeFromTheBundleThatIsGiven() {
    LogSink.showMessages(out, Level.INFO);
    var bundle =
        new ListResourceBundle() {
          @Override
          protected Object[][] getContents() {
            return new Object[][] {{"lost", "{0} is lost"}};
          }
        };

    OWN.log(Level.INFO, bundle, "lost", "time");
    OWN.log(Level.INFO, bundle, "no key", (Throwable) null);

    assertThat(lines()).containsExactly("INFO: time is lost", "INFO: no key");
  }

  @Test
  void optionDOfTheCommandSendsItToStandardError() {
    Run run = Run.vireo("-d", "1", "-c", "test:///default?unknown=1", "uri");

    assertThat(run.err())
        .contains("WARNING dev.vireo.Connect: Ignoring unexpected query parameter")
        .contains(" DEBUG dev.vireo.vim.transport: Login (");
  }

  @Test
  void optionLOfTheCommandAppendsItToAFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("100%.log");
    Files.writeString(file, "before\n");

    Run run = Run.vireo("-l", file.toString(), "-c", "test:///default?unknown=1", "uri");

    assertThat(run.err()).isEmpty();
    assertThat(Files.readAllLines(file))
        .hasSizeGreaterThan(1)
        .startsWith("before")
        .anyMatch(line -> line.contains(" WARNING dev.vireo.Connect: Ignoring "));
  }

  @Test
  void aLogFileThatCannotBeWrittenIsAnError(@TempDir Path folder) {
    Run run = Run.vireo("-l", folder.toString(), "echo", "a");

    assertThat(run)
        .isEqualTo(new Run("", "error: failed to open the log file. check the log file path\n", 1));
  }
}

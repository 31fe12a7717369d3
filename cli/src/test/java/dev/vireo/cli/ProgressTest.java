package dev.vireo.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.TaskOptions;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  @Test
  void aTextThatIsTooLongForOneLineIsCut() {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try (StatusLine line =
        new StatusLine(new PrintStream(written, true, StandardCharsets.UTF_8), true)) {
      line.show("x".repeat(200));
      assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("\r" + "x".repeat(76) + "...");
    }
  }

  @Test
  void whatTheHostSaysStaysOnTheLine() {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try (StatusLine line =
        new StatusLine(new PrintStream(written, true, StandardCharsets.UTF_8), true)) {
      line.show("a\r\n\u001b[2J標");
      assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("\ra\\x0d\\x0a\\x1b[2J標");
    }
    assertThat(written.toString(StandardCharsets.UTF_8)).endsWith("\r" + " ".repeat(18) + "\r");
  }

  @Test
  void writesOverItsLineAndRemovesItAtTheEnd() {
    try (Progress progress = progress(true)) {
      TaskOptions options = progress.taskOptions();
      requireNonNull(options.progress()).accept(100);
      requireNonNull(options.progress()).accept(5);
      assertThat(requireNonNull(options.cancelled()).getAsBoolean()).isFalse();
    }
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .isEqualTo("\rstart web1: 100%\rstart web1: 5%  \r" + " ".repeat(14) + "\r");
  }

  @Test
  void showsNothingToNobody() {
    try (Progress progress = progress(false)) {
      assertThat(progress.taskOptions().progress()).isNull();
      assertThat(requireNonNull(progress.taskOptions().cancelled()).getAsBoolean()).isFalse();
    }
    assertThat(bytes.size()).isZero();
  }

  private Progress progress(boolean shown) {
    return new Progress(
        new PrintStream(bytes, true, StandardCharsets.UTF_8),
        "start web1",
        shown,
        InterruptSignal.leftAlone(),
        null);
  }
}

package dev.vireo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.simulator.GuestQuestion;
import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.SimulatedVm;
import dev.vireo.simulator.Simulator;
import dev.vireo.simulator.SimulatorConfig;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a machine asks is asked whoever sits at the terminal. */
class QuestionCommandTest {
  private static final String ASKED =
      "Domain 'web' asks: Was it moved or copied?\n  1) Cancel\n  2) I copied it";

  private final Simulator host =
      Simulator.start(SimulatorConfig.esx80().toBuilder().vms(0).build());
  private final SimulatedVm web = host.vms().add("web");

  @BeforeEach
  void ask() {
    web.askInNextTask(question(1));
  }

  private static GuestQuestion question(@Nullable Integer preset) {
    return new GuestQuestion(
        "Was it moved or copied?",
        List.of(
            new GuestQuestion.Choice("0", "Cancel", true),
            new GuestQuestion.Choice("2", "I copied it", false)),
        preset,
        true);
  }

  @AfterEach
  void nothingIsLeft() {
    assertThat(host.sessions()).isEmpty();
    host.close();
  }

  /** What came of a run, and what was shown on the terminal. */
  private record Seen(Run run, String terminal) {}

  private Seen start(String parameters, String typed) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    Streams streams =
        Streams.of(InputStream.nullInputStream(), printer(out), printer(err))
            .withTerminal(
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                printer(terminal));
    int exitCode =
        Vireo.run(
            List.of("-c", host.uri() + parameters, "start", "web"),
            streams,
            Run.isolated(Map.of()));
    return new Seen(
        new Run(
            out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8), exitCode),
        terminal.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream printer(ByteArrayOutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }

  @Test
  void anAnswerByNumberLetsTheTaskGoOn() {
    Seen seen = start("", "2\n");

    assertThat(seen.run()).isEqualTo(new Run("Domain 'web' started\n\n", "", 0));
    assertThat(seen.terminal()).isEqualTo(ASKED + " (default)\nAnswer (1-2): ");
    assertThat(web.answers()).containsExactly("2");
  }

  @Test
  void anAnswerByNameAndTheDefaultWillDo() {
    assertThat(start("", "i copied it\n").run().exitCode()).isZero();
    web.power(PowerState.OFF);
    web.askInNextTask(question(1));
    assertThat(start("", "\n").run().exitCode()).isZero();

    assertThat(web.answers()).containsExactly("2", "2");
  }

  @Test
  void whatIsNoAnswerIsAskedAgain() {
    web.askInNextTask(question(null));

    Seen seen = start("", "perhaps\n3\n\n2\n");

    assertThat(seen.terminal())
        .isEqualTo(ASKED + "\nAnswer (1-2): " + "Type a number from 1 to 2: ".repeat(3));
    assertThat(web.answers()).containsExactly("2");
  }

  @Test
  void withoutAnAnswerTheTaskIsCancelled() {
    Seen seen = start("", "");

    assertThat(seen.run().err())
        .isEqualTo(
            "error: Failed to start domain 'web'\nerror: internal error: Pending question blocks"
                + " virtual machine execution, question is 'Was it moved or copied?', possible"
                + " answers are 'Cancel', 'I copied it'; the task was cancelled\n");
    assertThat(seen.run().exitCode()).isEqualTo(1);
    assertThat(web.power()).isEqualTo(PowerState.OFF);
  }

  @Test
  void withAutoAnswerNobodyIsAsked() {
    assertThat(start("?auto_answer=1", "").terminal()).isEmpty();
    assertThat(web.answers()).containsExactly("2");
  }

  @Test
  void withoutATerminalNobodyIsAsked() {
    Run run = Run.with(Map.of(), "2\n", "-c", host.uri().toString(), "start", "web");

    assertThat(run.err()).contains("possible answers are 'Cancel', 'I copied it'");
    assertThat(web.answers()).isEmpty();
  }
}

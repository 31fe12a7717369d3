package dev.vireo.cli;

import dev.vireo.DomainQuestion;
import dev.vireo.TaskOptions;
import dev.vireo.cli.credentials.QuestionPrompt;
import java.io.PrintStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Shows how far a task of the host is, on standard error and only while somebody sees it, asks that
 * somebody what the machine asks, and cancels the task on Ctrl-C.
 */
public final class Progress implements AutoCloseable {
  private final StatusLine line;
  private final String title;
  private final boolean shown;
  private final InterruptSignal interrupt;
  private final @Nullable QuestionPrompt questions;
  private boolean cancelTold;

  Progress(
      PrintStream err,
      String title,
      boolean shown,
      InterruptSignal interrupt,
      @Nullable QuestionPrompt questions) {
    this.line = new StatusLine(err, shown);
    this.title = title;
    this.shown = shown;
    this.interrupt = interrupt;
    this.questions = questions;
  }

  /**
   * Begins to watch over a task.
   *
   * @param title what the host does, to be shown before the percentage
   */
  public static Progress start(Session session, String title) {
    session.output().flush();
    Streams streams = session.streams();
    return new Progress(
        streams.err(),
        title,
        streams.showsProgress() && !session.output().isQuiet(),
        streams.isSystem() ? InterruptSignal.caught() : InterruptSignal.leftAlone(),
        QuestionPrompt.on(streams));
  }

  /** Options to wait with. A progress that nobody sees is not asked for, which saves requests. */
  public TaskOptions taskOptions() {
    TaskOptions options = TaskOptions.DEFAULT.withCancelled(this::isCancelled);
    TaskOptions seen = shown ? options.withProgress(this::show) : options;
    return questions == null ? seen : seen.withQuestions(this::ask);
  }

  private Optional<DomainQuestion.Choice> ask(DomainQuestion question) {
    line.close(); // the question begins a line of its own
    return questions == null ? Optional.empty() : questions.ask(question, interrupt::isRaised);
  }

  private void show(int percent) {
    line.show(title + ": " + percent + "%");
  }

  private boolean isCancelled() {
    boolean cancelled = interrupt.isRaised();
    if (cancelled && !cancelTold) {
      cancelTold = true;
      line.show(title + ": cancelling");
    }
    return cancelled;
  }

  /** Removes what was shown, and gives Ctrl-C back. */
  @Override
  public void close() {
    line.close();
    interrupt.close();
  }
}

package dev.vireo.cli;

import dev.vireo.TaskOptions;
import java.io.PrintStream;

/**
 * Shows how far a task of the host is, on standard error and only while somebody sees it, and
 * cancels the task on Ctrl-C.
 */
public final class Progress implements AutoCloseable {
  private final StatusLine line;
  private final String title;
  private final boolean shown;
  private final InterruptSignal interrupt;
  private boolean cancelTold;

  Progress(PrintStream err, String title, boolean shown, InterruptSignal interrupt) {
    this.line = new StatusLine(err, shown);
    this.title = title;
    this.shown = shown;
    this.interrupt = interrupt;
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
        streams.isSystem() ? InterruptSignal.caught() : InterruptSignal.leftAlone());
  }

  /** Options to wait with. A progress that nobody sees is not asked for, which saves requests. */
  public TaskOptions taskOptions() {
    TaskOptions options = TaskOptions.DEFAULT.withCancelled(this::isCancelled);
    return shown ? options.withProgress(this::show) : options;
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

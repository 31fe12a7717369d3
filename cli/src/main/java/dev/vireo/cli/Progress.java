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
  private final InterruptSignal interrupt;
  private boolean cancelTold;

  Progress(PrintStream err, String title, boolean shown, InterruptSignal interrupt) {
    this.line = new StatusLine(err, shown);
    this.title = title;
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

  /** Options to wait with. */
  public TaskOptions taskOptions() {
    return TaskOptions.DEFAULT.withProgress(this::show).withCancelled(this::isCancelled);
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

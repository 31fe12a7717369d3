package dev.vireo.cli;

import dev.vireo.TaskOptions;
import java.io.PrintStream;

/**
 * Shows how far a task of the host is, on standard error and only while somebody sees it, and
 * cancels the task on Ctrl-C.
 */
public final class Progress implements AutoCloseable {
  private final PrintStream err;
  private final String title;
  private final boolean shown;
  private final InterruptSignal interrupt;
  private int width;
  private boolean cancelTold;

  Progress(PrintStream err, String title, boolean shown, InterruptSignal interrupt) {
    this.err = err;
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

  /** Options to wait with. */
  public TaskOptions taskOptions() {
    return TaskOptions.DEFAULT.withProgress(this::show).withCancelled(this::isCancelled);
  }

  private void show(int percent) {
    if (shown) {
      write(title + ": " + percent + "%");
    }
  }

  private boolean isCancelled() {
    boolean cancelled = interrupt.isRaised();
    if (cancelled && shown && !cancelTold) {
      cancelTold = true;
      write(title + ": cancelling");
    }
    return cancelled;
  }

  /** Writes over what was there before. */
  private void write(String text) {
    int blanks = width - text.length();
    width = text.length();
    err.print("\r" + text + (blanks > 0 ? " ".repeat(blanks) : ""));
    err.flush();
  }

  /** Removes what was shown, and gives Ctrl-C back. */
  @Override
  public void close() {
    if (width > 0) {
      write("");
      err.print("\r");
      err.flush();
    }
    interrupt.close();
  }
}

package dev.vireo.cli;

import dev.vireo.TaskOptions;

/**
 * Shows how far a task of the host is, on standard error and only while somebody sees it, and
 * cancels the task on Ctrl-C.
 */
public final class Progress implements AutoCloseable {
  private final Streams streams;
  private final String title;
  private final boolean shown;
  private final InterruptSignal interrupt;
  private int width;
  private boolean cancelTold;

  private Progress(Session session, String title) {
    this.streams = session.streams();
    this.title = title;
    this.shown = streams.showsProgress() && !session.output().isQuiet();
    this.interrupt = streams.isSystem() ? InterruptSignal.caught() : InterruptSignal.leftAlone();
  }

  /**
   * Begins to watch over a task.
   *
   * @param title what the host does, to be shown before the percentage
   */
  public static Progress start(Session session, String title) {
    session.output().flush();
    return new Progress(session, title);
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
    streams.err().print("\r" + text + (blanks > 0 ? " ".repeat(blanks) : ""));
    streams.err().flush();
  }

  /** Removes what was shown, and gives Ctrl-C back. */
  @Override
  public void close() {
    if (width > 0) {
      write("");
      streams.err().print("\r");
      streams.err().flush();
    }
    interrupt.close();
  }
}

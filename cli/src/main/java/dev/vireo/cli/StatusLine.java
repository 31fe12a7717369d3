package dev.vireo.cli;

import java.io.PrintStream;

/** One line on standard error that says how far something is, only while somebody sees it. */
public final class StatusLine implements AutoCloseable {
  /** What fits one line of each terminal: a longer text could not be written over. */
  private static final int MAX_WIDTH = 79;

  private final PrintStream err;
  private final boolean shown;
  private int width;

  StatusLine(PrintStream err, boolean shown) {
    this.err = err;
    this.shown = shown;
  }

  /** A line that is empty at first. */
  public static StatusLine of(Session session) {
    session.output().flush();
    Streams streams = session.streams();
    return new StatusLine(streams.err(), streams.showsProgress() && !session.output().isQuiet());
  }

  /** Writes over what was there before. */
  public void show(String text) {
    if (shown) {
      write(text.length() > MAX_WIDTH ? text.substring(0, MAX_WIDTH - 3) + "..." : text);
    }
  }

  private void write(String text) {
    int blanks = width - text.length();
    width = text.length();
    err.print("\r" + text + (blanks > 0 ? " ".repeat(blanks) : ""));
    err.flush();
  }

  /** Removes what was shown. */
  @Override
  public void close() {
    if (width > 0) {
      write("");
      err.print("\r");
      err.flush();
    }
  }
}

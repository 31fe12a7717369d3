package dev.vireo.cli;

import dev.vireo.cli.terminal.VisibleText;
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
      write(fitting(VisibleText.line(text)));
    }
  }

  private static String fitting(String text) {
    if (VisibleText.columns(text) <= MAX_WIDTH) {
      return text;
    }
    String start = text;
    while (VisibleText.columns(start) > MAX_WIDTH - 3) {
      start = start.substring(0, start.offsetByCodePoints(start.length(), -1));
    }
    return start + "...";
  }

  private void write(String text) {
    int columns = VisibleText.columns(text);
    int blanks = width - columns;
    width = columns;
    err.write('\r');
    err.print(text + (blanks > 0 ? " ".repeat(blanks) : ""));
    err.flush();
  }

  /** Removes what was shown. */
  @Override
  public void close() {
    if (width > 0) {
      write("");
      err.write('\r');
      err.flush();
    }
  }
}

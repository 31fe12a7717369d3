package dev.vireo.cli;

/**
 * Where a command prints. Standard output is flushed before anything goes to standard error, so
 * that both stay in order on a terminal.
 */
public final class Output {
  private final Streams streams;
  private final boolean quiet;

  /**
   * @param quiet whether {@link #extra} prints nothing
   */
  Output(Streams streams, boolean quiet) {
    this.streams = streams;
    this.quiet = quiet;
  }

  /** Whether {@link #extra} prints nothing. */
  public boolean isQuiet() {
    return quiet;
  }

  /** Prints data. */
  public void print(String text) {
    streams.out().print(text);
  }

  /** Prints data that is no text, or in another encoding. */
  public void bytes(byte[] data) {
    streams.out().write(data, 0, data.length);
  }

  /** Prints {@code warning: message} to standard error. */
  public void warning(String message) {
    diagnostic("warning: " + message + "\n");
  }

  /** Prints data and ends the line with {@code \n} on every system, as virsh does. */
  public void line(String text) {
    streams.out().print(text);
    streams.out().print('\n');
  }

  /** Prints what is for people only: headings, confirmations, blank lines. */
  public void extra(String text) {
    if (!quiet) {
      streams.out().print(text);
    }
  }

  /** Prints {@code hint: text} to standard error: what to do about the error before it. */
  public void hint(String text) {
    diagnostic("hint: " + text + "\n");
  }

  /** Prints {@code error: message} to standard error. */
  public void error(String message) {
    diagnostic("error: " + message + "\n");
  }

  /** Prints to standard error as it is. */
  public void diagnostic(String text) {
    streams.out().flush();
    streams.err().print(text);
    streams.err().flush();
  }

  /** Makes sure that all of standard output is out. */
  public void flush() {
    streams.out().flush();
  }
}

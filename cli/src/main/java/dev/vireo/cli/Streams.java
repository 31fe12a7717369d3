package dev.vireo.cli;

import dev.vireo.cli.terminal.VisibleStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a run of the command reads from and writes to. Text is UTF-8 whatever the locale. What is
 * printed to standard error, and to standard output where that is a terminal, becomes {@link
 * dev.vireo.cli.terminal.VisibleText}; bytes that are written stay as they are.
 */
public final class Streams {
  private static final int BUFFER_BYTES = 8192;

  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;
  private final boolean system;
  private final @Nullable CheckedOutput checked;
  private final @Nullable Streams terminal;

  private final BooleanSupplier terminalOut;

  private Streams(
      InputStream in,
      OutputStream out,
      OutputStream err,
      BooleanSupplier terminalOut,
      @Nullable CheckedOutput checked,
      @Nullable Streams terminal) {
    this.in = in;
    this.out = VisibleStream.forData(out, terminalOut);
    this.err = VisibleStream.forMessages(err);
    this.terminalOut = terminalOut;
    this.system = checked != null;
    this.checked = checked;
    this.terminal = terminal;
  }

  /** The process' own streams. Standard output is buffered: whoever writes last flushes. */
  public static Streams system() {
    CheckedOutput checked = new CheckedOutput(new FileOutputStream(FileDescriptor.out));
    return new Streams(
        new StandardInput(),
        new BufferedOutputStream(checked, BUFFER_BYTES),
        new BufferedOutputStream(new FileOutputStream(FileDescriptor.err), BUFFER_BYTES),
        () -> Terminals.isTerminal(1),
        checked,
        null);
  }

  /** Streams that are no terminal. */
  public static Streams of(InputStream in, PrintStream out, PrintStream err) {
    return new Streams(in, out, err, () -> false, null, null);
  }

  /** Streams whose output somebody sees on a terminal, though it is not that of the process. */
  static Streams seen(InputStream in, PrintStream out, PrintStream err) {
    return new Streams(in, out, err, () -> true, null, null);
  }

  /**
   * These streams, beside which somebody sits who can be asked.
   *
   * @param typed what they type
   * @param shown what they see
   */
  public Streams withTerminal(InputStream typed, PrintStream shown) {
    return new Streams(in, out, err, terminalOut, checked, seen(typed, shown, shown));
  }

  /** Streams to and from whoever can be asked, for programs that are no process; else null. */
  public @Nullable Streams terminal() {
    return terminal;
  }

  /** Standard input. */
  public InputStream in() {
    return in;
  }

  /** Standard output. */
  public PrintStream out() {
    return out;
  }

  /** Whether standard output is a terminal, which shows text and acts upon bytes. */
  boolean isTerminalOut() {
    return terminalOut.getAsBoolean();
  }

  /** Standard error. */
  public PrintStream err() {
    return err;
  }

  /**
   * Why part of standard output did not get where it should, such as a full disk; null when all did
   * so far. Only known for the streams of the process.
   */
  @Nullable String lostOutput() {
    return checked == null ? null : checked.lost();
  }

  /** Whether these are the streams of the process, so that its terminal may be used, too. */
  public boolean isSystem() {
    return system;
  }

  /** Whether somebody types what is read and sees what is written. */
  public boolean isInteractive() {
    return system && Terminals.isTerminal(0) && Terminals.isTerminal(1);
  }

  /** Whether somebody can be asked who has not left standard input to a program. */
  public boolean canAsk() {
    return terminal != null || (system && Terminals.isTerminal(0));
  }

  /** Whether standard output is a terminal. */
  public boolean outIsTerminal() {
    return system && Terminals.isTerminal(1);
  }

  /** Whether somebody sees what goes to standard error, so that progress is worth showing. */
  public boolean showsProgress() {
    return system && Terminals.isTerminal(2);
  }
}

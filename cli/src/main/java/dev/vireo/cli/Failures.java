package dev.vireo.cli;

import dev.vireo.LibvirtException;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Tells the user about failures: one sentence each, and a stack trace only for {@code -d}. */
final class Failures {
  private final Output output;
  private final boolean debug;

  /**
   * @param debug whether stack traces are wanted
   */
  Failures(Output output, boolean debug) {
    this.output = output;
    this.debug = debug;
  }

  /**
   * Reports a failure.
   *
   * @return the exit code that it stands for
   */
  int report(Throwable failure) {
    int exitCode = 1;
    if (failure instanceof CommandException told) {
      for (String line : told.lines()) {
        output.error(line);
      }
      told.hints().forEach(output::hint);
      exitCode = told.exitCode();
      if (told.lines().isEmpty()) {
        return exitCode;
      }
    } else if (failure instanceof LibvirtException refusal) {
      output.error(text(failure));
      refusal.hints().forEach(output::hint);
    } else {
      output.error(
          "internal error: unexpected "
              + failure.getClass().getSimpleName()
              + ": "
              + text(failure));
      output.hint("this is a mistake in vireo" + (debug ? "" : "; -d 0 shows where"));
    }
    if (debug) {
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace, true));
      output.diagnostic(trace.toString());
    }
    return exitCode;
  }

  /** The message of an exception, never null. */
  static String text(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }
}

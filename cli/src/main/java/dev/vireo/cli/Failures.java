package dev.vireo.cli;

import dev.vireo.cli.grammar.CommandSpec;
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
    return report(failure, CommandSpec.FAILED);
  }

  /**
   * Reports a failure of a command.
   *
   * @param failed the exit code of those failures that have none of their own
   * @return the exit code that it stands for
   */
  int report(Throwable failure, int failed) {
    Failure told = Failure.of(failure, debug).failingWith(failed);
    if (told.isSilent()) {
      return told.exitCode();
    }
    output.failure(told);
    if (debug && !Shutdown.isUnderWay()) {
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace, true));
      output.diagnostic(trace.toString());
    }
    return told.exitCode();
  }

  /** The message of an exception, never null. */
  static String text(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }
}

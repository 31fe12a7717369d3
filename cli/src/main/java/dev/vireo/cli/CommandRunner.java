package dev.vireo.cli;

import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.ParsedCommand;
import dev.vireo.cli.verb.Verb;
import java.util.List;

/** Runs commands one after the other and reports how each went, as virsh does. */
public final class CommandRunner {
  private static final long NANOS_PER_MICRO = 1_000;
  private static final long MICROS_PER_MILLI = 1_000;

  private final Session session;
  private final Failures failures;

  CommandRunner(Session session) {
    this.session = session;
    this.failures = new Failures(session.output(), session.options().debug());
  }

  /**
   * Connects to a host that was named before the commands, so that a wrong name ends the program
   * before anything happens. Commands that need no host are run without it.
   *
   * @return false when that failed and has been reported
   */
  boolean prepare(List<ParsedCommand<Verb>> commands) {
    boolean needed = session.isInteractive();
    boolean json = false;
    for (int i = 0; i < commands.size(); i++) {
      ParsedCommand<Verb> parsed = commands.get(i);
      needed |= parsed.command().spec().connects();
      json |= parsed.arguments().has(CommandSpec.JSON);
      if (parsed.arguments().has(CommandSpec.TRACE)) {
        session.trace().enable();
      }
    }
    boolean wanted = needed;
    return session.output().noting(json, () -> connected(wanted));
  }

  private boolean connected(boolean needed) {
    try {
      if (needed && session.hasNamedHost()) {
        session.connect();
      }
      return true;
    } catch (RuntimeException e) {
      failures.report(e);
      return false;
    }
  }

  /**
   * Runs commands until one of them quits.
   *
   * @return the exit code of the last one; 0 without any
   */
  public int runAll(List<ParsedCommand<Verb>> commands) {
    int exitCode = 0;
    for (int i = 0; i < commands.size(); i++) {
      exitCode = run(commands.get(i));
      if (session.isQuitting() || exitCode == CommandException.INTERRUPTED) {
        break;
      }
    }
    return exitCode;
  }

  private int run(ParsedCommand<Verb> parsed) {
    Verb verb = parsed.command();
    Call call = new Call(session, verb.spec(), parsed.arguments());
    if (call.traced()) {
      session.trace().enable();
    }
    session.note(null);
    return session.output().reporting(call.json(), () -> run(verb, call));
  }

  private int run(Verb verb, Call call) {
    long start = System.nanoTime();
    int exitCode = perform(verb, call);
    if (!session.isQuitting()) {
      finish(call, System.nanoTime() - start);
    }
    return exitCode;
  }

  private int perform(Verb verb, Call call) {
    try {
      if (verb.spec().connects()) {
        session.connect();
      }
      verb.run(call);
      return 0;
    } catch (RuntimeException e) {
      return failures.report(e, verb.spec().failure());
    } catch (StackOverflowError e) { // what the command was given has driven it too deep
      return failures.report(e, verb.spec().failure());
    }
  }

  private void finish(Call call, long nanos) {
    Output output = session.output();
    if (session.options().timing()) {
      output.time(nanos);
    } else if (!call.json() && !call.spec().filters()) {
      output.extra("\n");
    }
    if (call.traced()) {
      session.trace().endPhase(call.spec().name());
      output.diagnostic(session.trace().take(call.spec().name()));
    } else if (call.spec().connects()) {
      session.trace().drop();
    }
    output.flush();
  }

  /** Milliseconds with three digits after the point, without the cost of a formatter. */
  static String milliseconds(long nanos) {
    long micros = nanos / NANOS_PER_MICRO;
    long rest = micros % MICROS_PER_MILLI;
    String zeros = rest < 10 ? "00" : rest < 100 ? "0" : "";
    return micros / MICROS_PER_MILLI + "." + zeros + rest;
  }
}

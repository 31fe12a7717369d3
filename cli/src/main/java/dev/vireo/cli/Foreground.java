package dev.vireo.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Gives the terminal to another program, such as an editor, until it ends. */
public final class Foreground {
  private static final long PATIENCE_SECONDS = 5;

  private Foreground() {}

  /**
   * Runs a line of the shell. Ctrl-C is for that program and leaves this one alone; what tells this
   * process to end tells the program so, too.
   *
   * @param line what the shell runs, with {@code "$@"} for the words
   * @param words the words
   * @param environment variables besides those of the process
   * @param input what the program reads; null for the terminal
   * @return its exit code
   * @throws CommandException when it cannot be started, or was told to end
   */
  public static int run(
      Session session,
      String line,
      List<String> words,
      Map<String, String> environment,
      byte @Nullable [] input) {
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", line, "sh");
    builder.command().addAll(words);
    builder.environment().putAll(environment);
    boolean ours = session.streams().isSystem();
    if (ours) {
      builder.inheritIO();
    } else {
      builder.redirectErrorStream(true);
    }
    if (input != null) {
      builder.redirectInput(ProcessBuilder.Redirect.PIPE);
    }
    session.output().flush();
    return ours ? withSignals(session, builder, input) : untilItEnds(session, builder, input);
  }

  private static int withSignals(Session session, ProcessBuilder builder, byte @Nullable [] input) {
    Thread worker = Thread.currentThread();
    try (InterruptSignal ends = InterruptSignal.endsCaught(worker::interrupt)) {
      try {
        return untilItEnds(session, builder, input);
      } finally {
        EndSignal raised = ends.raised();
        if (raised != null) {
          Thread.interrupted(); // meant for the program, and not for what comes next
        }
        session.note(raised);
      }
    }
  }

  private static int untilItEnds(Session session, ProcessBuilder builder, byte @Nullable [] input) {
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new CommandException("'sh' cannot be run", e);
    }
    try {
      feed(process, input);
      if (!session.streams().isSystem()) {
        process.getInputStream().transferTo(session.streams().err());
      }
      return process.waitFor();
    } catch (IOException e) {
      throw new CommandException("the output of a program cannot be read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandException(List.of(), CommandException.INTERRUPTED, e);
    } finally {
      end(process);
    }
  }

  /** Has the program, and not only its shell, end, and give the terminal back as it was. */
  private static void end(Process process) {
    if (!process.isAlive()) {
      return;
    }
    boolean interrupted = Thread.interrupted();
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** A reader that has seen enough is no failure. */
  private static void feed(Process process, byte @Nullable [] input) {
    try (OutputStream in = process.getOutputStream()) {
      if (input != null) {
        in.write(input);
      }
    } catch (IOException e) {
      return; // it has closed its end
    }
  }
}

package dev.vireo.nest.internal;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** The programs that run for this one, so that they can be ended before it ends. */
public final class RunningPrograms {
  private static final Set<Process> RUNNING = new HashSet<>();
  private static boolean over;

  private RunningPrograms() {}

  /** Starts one more. */
  static synchronized Process start(ProcessBuilder builder) throws IOException {
    if (over) {
      throw new IOException("this program ends");
    }
    Process process = builder.start();
    RUNNING.add(process);
    return process;
  }

  /** Ends one, and waits until it has. */
  static void end(Process process) {
    process.destroyForcibly().onExit().join();
    forget(process);
  }

  private static synchronized void forget(Process process) {
    RUNNING.remove(process);
  }

  /** Ends all, and waits until they have; no other can be started from now on. */
  public static synchronized void endForGood() {
    over = true;
    RUNNING.forEach(Process::destroyForcibly);
    RUNNING.forEach(process -> process.onExit().join());
  }
}

package dev.vireo.vim;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The clients that are logged in, or about to be, or on their way out, so that the end of the
 * process logs them out.
 */
final class OpenClients {

  /** Nobody wants to wait for the end of a program. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Set<Lease> OPEN = new HashSet<>();
  private static boolean hooked;

  private OpenClients() {}

  static synchronized void add(Lease lease) {
    OPEN.add(lease);
    if (!hooked) {
      hooked = true;
      Runtime.getRuntime().addShutdownHook(new Thread(OpenClients::endAll, "vireo-logout"));
    }
  }

  /** Call it when nothing is left on the server. */
  static synchronized void remove(Lease lease) {
    OPEN.remove(lease);
  }

  /**
   * Ends them all, at the same time, so that a server that keeps silent does not cost another its
   * turn.
   */
  static void endAll() {
    List<Lease> left;
    synchronized (OpenClients.class) {
      left = new ArrayList<>(OPEN);
    }
    List<Thread> threads = new ArrayList<>();
    for (Lease lease : left) {
      threads.add(Thread.ofPlatform().daemon().name("vireo-logout").start(() -> end(lease)));
    }
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void end(Lease lease) {
    try {
      lease.endWithProcess(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

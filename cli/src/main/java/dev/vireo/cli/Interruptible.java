package dev.vireo.cli;

import java.util.function.Supplier;

/**
 * Has Ctrl-C, and what else tells the program to end, interrupt the thread that works, so that it
 * can take back what it began.
 */
public final class Interruptible {
  private Interruptible() {}

  /** As {@link #call}, for work that gives nothing. */
  public static void run(Session session, Runnable work) {
    call(
        session,
        () -> {
          work.run();
          return session;
        });
  }

  /**
   * Works.
   *
   * @param session the session, whose process must be our own for this
   * @param work ends early, with an exception, when its thread is interrupted
   * @return what the work gives
   */
  public static <T> T call(Session session, Supplier<T> work) {
    Thread worker = Thread.currentThread();
    try (InterruptSignal signal =
        session.streams().isSystem()
            ? InterruptSignal.allCaught(worker::interrupt)
            : InterruptSignal.leftAlone()) {
      try {
        return work.get();
      } finally {
        EndSignal raised = signal.raised();
        if (raised != null) {
          // Meant for the work, and not for what comes next.
          Thread.interrupted();
        }
        session.note(raised);
      }
    }
  }
}

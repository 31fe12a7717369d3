package dev.vireo.vim.transport;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends what takes too long. One thread does so for all transports of the process: a blocked write
 * or TLS handshake ends when its socket is closed, and only then. The thread is there while there
 * is something to watch, and some seconds longer.
 */
final class Deadlines {

  /** Something that has its time. */
  interface Timed {
    /**
     * When it ends, on the clock of {@link System#nanoTime}. It may move to later at any time; to
     * an earlier time only with another call of {@link #watch}.
     */
    long deadline();

    /** Called once, soon after the deadline; must not block. */
    void expire();
  }

  private static final long LINGER_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final Deadlines SHARED = new Deadlines();

  private final Set<Timed> watched = Collections.newSetFromMap(new IdentityHashMap<>());
  private @Nullable Thread thread;
  private long wakeAt;

  private Deadlines() {}

  /** Watches something from now on. */
  static void watch(Timed timed) {
    SHARED.add(timed);
  }

  /** Watches something no more; it may just have expired. */
  static void forget(Timed timed) {
    SHARED.remove(timed);
  }

  private synchronized void add(Timed timed) {
    watched.add(timed);
    if (thread == null) {
      Thread started =
          Thread.ofPlatform()
              .daemon()
              .name("vireo-deadlines")
              .inheritInheritableThreadLocals(false)
              .unstarted(this::run);
      started.setContextClassLoader(null); // it outlives whoever happens to be the first
      try {
        started.start();
      } catch (OutOfMemoryError e) {
        watched.remove(timed); // no thread can be started: nobody is to believe in this deadline
        throw e;
      }
      thread = started;
    } else if (timed.deadline() - wakeAt < 0) {
      notifyAll();
    }
  }

  private synchronized void remove(Timed timed) {
    watched.remove(timed);
  }

  private void run() {
    while (true) {
      List<Timed> late = awaitLate();
      if (late.isEmpty()) {
        return;
      }
      late.forEach(Timed::expire);
    }
  }

  /** Waits for what is late; empty when there has been nothing to watch for a while. */
  private synchronized List<Timed> awaitLate() {
    while (true) {
      long now = System.nanoTime();
      boolean idle = watched.isEmpty();
      List<Timed> late = new ArrayList<>();
      wakeAt = now + (idle ? LINGER_NANOS : Long.MAX_VALUE / 2);
      for (Timed timed : watched) {
        long deadline = timed.deadline();
        if (deadline - now <= 0) {
          late.add(timed);
        } else if (deadline - wakeAt < 0) {
          wakeAt = deadline;
        }
      }
      if (!late.isEmpty()) {
        late.forEach(watched::remove);
        return late;
      }
      pause(wakeAt - now);
      if (idle && watched.isEmpty() && System.nanoTime() - wakeAt >= 0) {
        thread = null;
        return List.of();
      }
    }
  }

  @SuppressWarnings({"EmptyCatch", "WaitNotInLoop"}) // the caller loops
  private void pause(long nanos) {
    try {
      wait(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos + 999_999)));
    } catch (InterruptedException nobodyKnowsThisThread) {
      // an interrupt has no meaning here: look at the clock
    }
  }
}

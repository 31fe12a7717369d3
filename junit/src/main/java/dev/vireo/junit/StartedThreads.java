package dev.vireo.junit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The threads that are started on behalf of one test. A thread inherits the context class loader of
 * the thread that starts it, and that is the only mark that survives: names, groups and points in
 * time do not tell a test's threads from those of another one that runs beside it. So the test's
 * thread has a loader of its own meanwhile, which finds what the former one finds.
 */
final class StartedThreads {

  private static final String VIREO = "vireo-";

  private static final class Mark extends ClassLoader {
    Mark(ClassLoader parent) {
      super(parent);
    }
  }

  private final ClassLoader former;
  private final Mark mark;

  private StartedThreads(ClassLoader former) {
    this.former = former;
    this.mark = new Mark(former);
  }

  /** Marks those that the current thread, and its descendants, start from now on. */
  static StartedThreads watch() {
    Thread current = Thread.currentThread();
    StartedThreads threads = new StartedThreads(current.getContextClassLoader());
    current.setContextClassLoader(threads.mark);
    return threads;
  }

  /** Ends the marking; call it on the thread that began it. */
  void unwatch() {
    Thread.currentThread().setContextClassLoader(former);
  }

  /**
   * Names of Vireo's threads among them that do not end.
   *
   * @param patience longest time to wait for all of them together
   */
  List<String> remaining(Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    List<String> names = new ArrayList<>();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (!thread.getName().startsWith(VIREO) || thread.getContextClassLoader() != mark) {
        continue;
      }
      if (!thread.join(Duration.ofNanos(Math.max(0, end - System.nanoTime())))) {
        names.add(thread.getName());
      }
    }
    return names;
  }
}

package dev.vireo.benchmarks;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Repeats a piece of work until the JVM has compiled it, and then measures it. */
final class WarmLoop {
  private static final long WARM_UP = Duration.ofSeconds(10).toNanos();
  private static final long ROUND = Duration.ofMillis(500).toNanos();
  private static final int ROUNDS = 15;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private WarmLoop() {}

  /** The work. */
  interface Work {
    void run() throws IOException;
  }

  /**
   * What one run of the work costs, the median of the rounds.
   *
   * @param wallNanos wall time
   * @param cpuNanos processor time of the thread that does it: without the threads that compile and
   *     collect garbage
   * @param allocatedBytes memory that it allocates
   */
  record Cost(double wallNanos, double cpuNanos, double allocatedBytes) {}

  static Cost measure(Work work) throws IOException {
    long start = System.nanoTime();
    long warmUps = 0;
    while (System.nanoTime() - start < WARM_UP) {
      work.run();
      warmUps++;
    }
    int repeats = (int) Math.max(1, warmUps * ROUND / WARM_UP);
    List<Cost> rounds = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      rounds.add(round(work, repeats));
    }
    rounds.sort(Comparator.comparingDouble(Cost::wallNanos));
    return rounds.get(ROUNDS / 2);
  }

  private static Cost round(Work work, int repeats) throws IOException {
    long allocated = THREADS.getCurrentThreadAllocatedBytes();
    long cpu = THREADS.getCurrentThreadCpuTime();
    long wall = System.nanoTime();
    for (int i = 0; i < repeats; i++) {
      work.run();
    }
    double n = repeats;
    return new Cost(
        (System.nanoTime() - wall) / n,
        (THREADS.getCurrentThreadCpuTime() - cpu) / n,
        (THREADS.getCurrentThreadAllocatedBytes() - allocated) / n);
  }
}

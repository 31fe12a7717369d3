package dev.vireo.benchmarks;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What one run of a program cost.
 *
 * @param wall from its start to its end
 * @param cpuMillis processor time of user and system, -1 when unknown
 * @param peakKib peak resident memory in KiB, -1 when unknown
 * @param requests the requests that the server counted
 */
record Measurement(Duration wall, long cpuMillis, long peakKib, long requests) {
  /**
   * Returns the medians of several runs, each figure by itself.
   *
   * @param runs at least one
   */
  static Measurement median(List<Measurement> runs) {
    return new Measurement(
        Duration.ofNanos(median(runs, run -> run.wall().toNanos())),
        median(runs, Measurement::cpuMillis),
        median(runs, Measurement::peakKib),
        median(runs, Measurement::requests));
  }

  private static long median(List<Measurement> runs, ToLongFunction<Measurement> figure) {
    List<Long> sorted =
        runs.stream().map(figure::applyAsLong).sorted(Comparator.naturalOrder()).toList();
    return sorted.get(sorted.size() / 2);
  }
}

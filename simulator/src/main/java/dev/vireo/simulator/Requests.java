package dev.vireo.simulator;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts the requests that a simulated host received, by operation. Thread-safe. */
public final class Requests {

  private final ConcurrentHashMap<String, LongAdder> counts = new ConcurrentHashMap<>();

  Requests() {}

  /** Requests of one operation: a VI method name, or verb and path such as {@code GET /folder}. */
  public long count(String operation) {
    LongAdder adder = counts.get(operation);
    return adder == null ? 0 : adder.sum();
  }

  /** All requests. */
  public long total() {
    return counts.values().stream().mapToLong(LongAdder::sum).sum();
  }

  /** A copy of the counts by operation, in alphabetic order. */
  public Map<String, Long> byOperation() {
    Map<String, Long> copy = new TreeMap<>();
    counts.forEach((operation, adder) -> copy.put(operation, adder.sum()));
    return copy;
  }

  /** Starts to count from zero again. */
  public void reset() {
    counts.clear();
  }

  void record(String operation) {
    counts.computeIfAbsent(operation, key -> new LongAdder()).increment();
  }
}

package dev.vireo.simulator;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The simulators of this process that {@code test:} URIs lead to. Each has a name of its own, which
 * no other gets after it.
 */
final class NamedSimulators {

  private static final Map<String, Simulator> OPEN = new ConcurrentHashMap<>();
  private static final AtomicLong NUMBERS = new AtomicLong();

  private NamedSimulators() {}

  /** Gives a simulator a name. */
  static String add(Simulator simulator) {
    String name = "sim-" + NUMBERS.incrementAndGet();
    OPEN.put(name, simulator);
    return name;
  }

  /** The simulator of a name; null for none, or when it is closed. */
  static @Nullable Simulator find(String name) {
    return OPEN.get(name);
  }

  /** Takes a name away. */
  static void remove(String name) {
    OPEN.remove(name);
  }
}

package dev.vireo.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The things that go wrong on a simulated host. Rules are asked in the order in which they were
 * added; all that apply take effect. Thread-safe.
 */
public final class FaultRules {

  private final ReentrantLock lock = new ReentrantLock();
  private final List<Armed> rules = new ArrayList<>();
  private final Random random;

  FaultRules(long seed) {
    this.random = new Random(seed);
  }

  /** Adds a rule. */
  public void add(FaultRule rule) {
    lock.lock();
    try {
      rules.add(new Armed(rule));
    } finally {
      lock.unlock();
    }
  }

  /** Removes all rules: nothing goes wrong any more. */
  public void clear() {
    lock.lock();
    try {
      rules.clear();
    } finally {
      lock.unlock();
    }
  }

  /** How often the effects of this rule have happened; 0 for a rule that was not added. */
  public int hits(FaultRule rule) {
    lock.lock();
    try {
      return rules.stream().filter(r -> r.rule.equals(rule)).mapToInt(r -> r.hits).sum();
    } finally {
      lock.unlock();
    }
  }

  /** The effects for one request of this operation, in order. */
  List<FaultEffect> effectsFor(String operation) {
    lock.lock();
    try {
      if (rules.isEmpty()) {
        return List.of();
      }
      List<FaultEffect> effects = new ArrayList<>();
      for (Armed armed : rules) {
        if (armed.rule.matches(operation) && armed.fires(random)) {
          effects.add(armed.rule.effect());
        }
      }
      return effects;
    } finally {
      lock.unlock();
    }
  }

  private static final class Armed {

    private final FaultRule rule;
    private int seen;
    private int hits;

    Armed(FaultRule rule) {
      this.rule = rule;
    }

    boolean fires(Random random) {
      if (seen < rule.skip()) {
        seen++;
        return false;
      }
      if (hits >= rule.count() || random.nextDouble() >= rule.probability()) {
        return false;
      }
      hits++;
      return true;
    }
  }
}

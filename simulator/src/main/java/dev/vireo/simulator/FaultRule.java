package dev.vireo.simulator;

import java.util.Objects;

/**
 * One thing that goes wrong, and when: the rule looks at requests of one operation, lets {@code
 * skip} of them pass, then applies its effect to {@code count} of them, each with {@code
 * probability}.
 *
 * @param operation a VI method name such as {@code Login}; {@code GET /folder}, {@code HEAD
 *     /folder}, {@code PUT /folder} or {@code DELETE /folder} for files; {@code GET
 *     /sdk/vimServiceVersions.xml}; {@code malformed} for what is no call; or {@code *} for
 *     everything
 * @param effect what happens
 * @param skip matching requests that pass first
 * @param count how often the effect happens at most
 * @param probability chance of each, 0 to 1
 */
public record FaultRule(
    String operation, FaultEffect effect, int skip, int count, double probability) {

  /** Checks ranges. */
  public FaultRule {
    Objects.requireNonNull(operation, "operation");
    Objects.requireNonNull(effect, "effect");
    if (skip < 0 || count < 0 || !(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "Out of range: " + skip + ", " + count + ", " + probability);
    }
  }

  /** A rule that hits every request of the operation. */
  public static FaultRule on(String operation, FaultEffect effect) {
    return new FaultRule(operation, effect, 0, Integer.MAX_VALUE, 1);
  }

  /** The same rule, effective this many times at most. */
  public FaultRule times(int newCount) {
    return new FaultRule(operation, effect, skip, newCount, probability);
  }

  /** The same rule, letting this many requests pass first. */
  public FaultRule after(int newSkip) {
    return new FaultRule(operation, effect, newSkip, count, probability);
  }

  /** The same rule, with this chance for each request. */
  public FaultRule withProbability(double newProbability) {
    return new FaultRule(operation, effect, skip, count, newProbability);
  }

  boolean matches(String requested) {
    return operation.equals("*") || operation.equals(requested);
  }
}

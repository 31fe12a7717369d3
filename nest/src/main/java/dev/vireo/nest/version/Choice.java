package dev.vireo.nest.version;

import java.util.Objects;

/**
 * One value that a setting of a nested host can have, and what is known about it with one ESXi
 * version.
 *
 * @param value the value as it stands in the domain XML, such as {@code vmxnet3}
 * @param rating how it went
 * @param reason one sentence's part that says why, without a full stop
 * @param source where that is said: an address, or the name of a document or an experiment
 */
public record Choice(String value, Rating rating, String reason, String source) {

  /** How a value went. */
  public enum Rating {
    /** Somebody reported it working. */
    WORKS,
    /** Nobody reported either. */
    UNTRIED,
    /** Known not to work. */
    FAILS
  }

  public Choice {
    Objects.requireNonNull(value);
    Objects.requireNonNull(rating);
    Objects.requireNonNull(reason);
    Objects.requireNonNull(source);
  }

  static Choice works(String value, String reason, String source) {
    return new Choice(value, Rating.WORKS, reason, source);
  }

  static Choice untried(String value, String reason, String source) {
    return new Choice(value, Rating.UNTRIED, reason, source);
  }

  static Choice fails(String value, String reason, String source) {
    return new Choice(value, Rating.FAILS, reason, source);
  }
}

package dev.vireo.nest.version;

import java.util.Objects;

/**
 * How much of something an ESXi version wants.
 *
 * @param <T> processors or an amount
 * @param minimum less is refused
 * @param usual what is taken where nothing is asked for; less than this is worth a warning
 * @param reason one sentence's part that says why, without a full stop
 * @param source where that is said: an address, or the name of a document or an experiment
 */
public record Need<T extends Comparable<? super T>>(
    T minimum, T usual, String reason, String source) {
  public Need {
    Objects.requireNonNull(minimum);
    Objects.requireNonNull(usual);
    Objects.requireNonNull(reason);
    Objects.requireNonNull(source);
    if (minimum.compareTo(usual) > 0) {
      throw new IllegalArgumentException(minimum + " is more than " + usual);
    }
  }
}

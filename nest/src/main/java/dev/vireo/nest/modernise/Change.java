package dev.vireo.nest.modernise;

import java.util.Objects;

/**
 * One change to an old domain.
 *
 * @param element where, as a path of element names: {@code devices/interface/target}
 * @param change what became of it, such as {@code pc-i440fx-2.1 -> pc}
 * @param reason why, one sentence without a full stop
 * @param source where that is said: an address, or the name of a document or an experiment
 */
public record Change(String element, String change, String reason, String source) {
  public Change {
    Objects.requireNonNull(element);
    Objects.requireNonNull(change);
    Objects.requireNonNull(reason);
    Objects.requireNonNull(source);
  }
}

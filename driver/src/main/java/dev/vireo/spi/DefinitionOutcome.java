package dev.vireo.spi;

import dev.vireo.DefinitionPlan;
import java.util.Objects;

/**
 * A domain that a driver has defined.
 *
 * @param entry the domain
 * @param done what that took
 */
public record DefinitionOutcome(DomainEntry entry, DefinitionPlan done) {

  /** Checks that both are there. */
  public DefinitionOutcome {
    Objects.requireNonNull(entry);
    Objects.requireNonNull(done);
  }
}

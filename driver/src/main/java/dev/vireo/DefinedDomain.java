package dev.vireo;

import java.util.Objects;

/**
 * A domain that was defined, and what that took.
 *
 * @param domain the domain
 * @param done what was done, and what has to wait
 */
public record DefinedDomain(Domain domain, DefinitionPlan done) {

  /** Checks that both are there. */
  public DefinedDomain {
    Objects.requireNonNull(domain);
    Objects.requireNonNull(done);
  }
}

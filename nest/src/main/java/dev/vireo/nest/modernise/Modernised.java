package dev.vireo.nest.modernise;

import dev.vireo.model.domain.DomainDefinition;
import java.util.List;
import java.util.Objects;

/**
 * Today's equivalent of an old domain.
 *
 * @param domain the domain
 * @param xml its document
 * @param changes what was changed, roughly in the order of the document; empty when it was up to
 *     date
 */
public record Modernised(DomainDefinition domain, String xml, List<Change> changes) {
  public Modernised {
    Objects.requireNonNull(domain);
    Objects.requireNonNull(xml);
    changes = List.copyOf(changes);
  }
}

package dev.vireo.model.snapshot;

import dev.vireo.model.domain.DomainDefinition;
import java.util.UUID;

/** The domain of a snapshot ({@code <domain>} in a snapshot's document). */
public sealed interface SnapshotDomain {

  /**
   * Only which domain it is.
   *
   * @param uuid its uuid
   */
  record Known(UUID uuid) implements SnapshotDomain {}

  /**
   * What the domain was when the snapshot was taken.
   *
   * @param definition its definition
   */
  record Whole(DomainDefinition definition) implements SnapshotDomain {}
}

package dev.vireo.spi;

import dev.vireo.ErrorDomain;
import java.util.List;

/** What a driver does with snapshots. */
public interface SnapshotTable {

  /** The names of all snapshots of a domain ({@code virDomainSnapshotListNames}). */
  default List<String> names(DomainHandle domain) {
    throw Unsupported.function(ErrorDomain.DOMAIN_SNAPSHOT, "virDomainSnapshotListNames");
  }
}

package dev.vireo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot with what a list shows of it, as it was at one moment.
 *
 * @param snapshot the snapshot
 * @param reference what the host calls it, which no other snapshot of the host is called
 * @param parent the snapshot that it was taken on top of; null for none
 * @param description notes; possibly empty
 * @param creationTime when it was taken
 * @param state what the domain does when it goes back to it: {@link DomainState#SHUTOFF} for one
 *     without memory
 * @param isCurrent whether the domain's state is based on it
 * @param children how many were taken on top of it
 * @param descendants the same with those on top of them
 */
public record DomainSnapshotSummary(
    DomainSnapshot snapshot,
    String reference,
    @Nullable DomainSnapshot parent,
    String description,
    Instant creationTime,
    DomainState state,
    boolean isCurrent,
    int children,
    int descendants) {

  /** Its name. */
  public String name() {
    return snapshot.getName();
  }
}

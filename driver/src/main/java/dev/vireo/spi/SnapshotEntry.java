package dev.vireo.spi;

import dev.vireo.DomainState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot as a driver found it.
 *
 * @param handle what it is, and how to find it again
 * @param parent the one that it was taken on top of; null for none
 * @param description notes; possibly empty
 * @param created when it was taken
 * @param state what the domain does when it goes back to it
 * @param current whether the domain's state is based on it
 * @param children how many were taken on top of it
 * @param descendants the same with those on top of them
 */
public record SnapshotEntry(
    SnapshotHandle handle,
    @Nullable SnapshotHandle parent,
    String description,
    Instant created,
    DomainState state,
    boolean current,
    int children,
    int descendants) {}

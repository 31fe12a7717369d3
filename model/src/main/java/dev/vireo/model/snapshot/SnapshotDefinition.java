package dev.vireo.model.snapshot;

import dev.vireo.model.xml.Extras;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of a domain ({@code <domainsnapshot>}).
 *
 * @param name its name; null to have one chosen
 * @param description notes; null for none, which is another thing than empty ones
 * @param state what the domain did, such as {@code running} or {@code shutoff}; null when not said
 * @param parent name of the snapshot that it was taken on top of; null for none
 * @param creationTime when it was taken, in seconds since 1970-01-01 UTC; null when not said
 * @param memory what it does with the memory; null when not said
 * @param disks what it does with disks, as far as that is said
 * @param domain the domain; null when not said
 * @param extras everything else
 */
public record SnapshotDefinition(
    @Nullable String name,
    @Nullable String description,
    @Nullable String state,
    @Nullable String parent,
    @Nullable Long creationTime,
    @Nullable SnapshotMemory memory,
    List<SnapshotDisk> disks,
    @Nullable SnapshotDomain domain,
    Extras extras) {

  /** Copies the list. */
  public SnapshotDefinition {
    disks = List.copyOf(disks);
    Objects.requireNonNull(extras);
  }

  /** A builder that begins with all of this. */
  public Builder toBuilder() {
    return new Builder()
        .name(name)
        .description(description)
        .state(state)
        .parent(parent)
        .creationTime(creationTime)
        .memory(memory)
        .disks(disks)
        .domain(domain)
        .extras(extras);
  }

  /** A builder that begins with nothing. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects one {@link SnapshotDefinition}. Not for several threads. */
  public static final class Builder {

    private @Nullable String name;
    private @Nullable String description;
    private @Nullable String state;
    private @Nullable String parent;
    private @Nullable Long creationTime;
    private @Nullable SnapshotMemory memory;
    private List<SnapshotDisk> disks = List.of();
    private @Nullable SnapshotDomain domain;
    private Extras extras = Extras.NONE;

    private Builder() {}

    /** Sets {@link SnapshotDefinition#name}. */
    public Builder name(@Nullable String value) {
      name = value;
      return this;
    }

    /** Sets {@link SnapshotDefinition#description}. */
    public Builder description(@Nullable String value) {
      description = value;
      return this;
    }

    /** Sets {@link SnapshotDefinition#state}. */
    public Builder state(@Nullable String value) {
      state = value;
      return this;
    }

    /** Sets {@link SnapshotDefinition#parent}. */
    public Builder parent(@Nullable String value) {
      parent = value;
      return this;
    }

    /** Sets {@link SnapshotDefinition#creationTime}. */
    public Builder creationTime(@Nullable Long value) {
      creationTime = value;
      return this;
    }

    /** Sets {@link SnapshotDefinition#memory}. */
    public Builder memory(@Nullable SnapshotMemory value) {
      memory = value;
      return this;
    }

    /** Sets {@link SnapshotDefinition#disks}. */
    public Builder disks(List<SnapshotDisk> value) {
      disks = value;
      return this;
    }

    /** Sets {@link SnapshotDefinition#domain}. */
    public Builder domain(@Nullable SnapshotDomain value) {
      domain = value;
      return this;
    }

    /** Sets {@link SnapshotDefinition#extras}. */
    public Builder extras(Extras value) {
      extras = value;
      return this;
    }

    /** The finished record. */
    public SnapshotDefinition build() {
      return new SnapshotDefinition(
          name, description, state, parent, creationTime, memory, disks, domain, extras);
    }
  }
}

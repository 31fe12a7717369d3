package dev.vireo.model.snapshot;

import org.jspecify.annotations.Nullable;

/**
 * What a snapshot does with the memory of the domain ({@code <memory>}).
 *
 * @param mode {@code no}, {@code internal} or {@code external}; null when not said
 * @param file file for the memory; null when not said
 */
public record SnapshotMemory(@Nullable String mode, @Nullable String file) {

  /** A builder that begins with all of this. */
  public Builder toBuilder() {
    return new Builder().mode(mode).file(file);
  }

  /** A builder that begins with nothing. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects one {@link SnapshotMemory}. Not for several threads. */
  public static final class Builder {

    private @Nullable String mode;
    private @Nullable String file;

    private Builder() {}

    /** Sets {@link SnapshotMemory#mode}. */
    public Builder mode(@Nullable String value) {
      mode = value;
      return this;
    }

    /** Sets {@link SnapshotMemory#file}. */
    public Builder file(@Nullable String value) {
      file = value;
      return this;
    }

    /** The finished record. */
    public SnapshotMemory build() {
      return new SnapshotMemory(mode, file);
    }
  }
}

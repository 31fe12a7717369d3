package dev.vireo.model.snapshot;

import dev.vireo.model.xml.Extras;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a snapshot does with a disk of the domain ({@code <disk>} in {@code <disks>}).
 *
 * @param name target of the disk, such as {@code sda}, or its file
 * @param mode {@code no}, {@code internal}, {@code external} or {@code manual}; null when not said
 * @param extras everything else, such as the file for what is written from now on
 */
public record SnapshotDisk(String name, @Nullable String mode, Extras extras) {

  /** Checks that there is a name. */
  public SnapshotDisk {
    Objects.requireNonNull(name);
    Objects.requireNonNull(extras);
  }

  /** A builder that begins with all of this. */
  public Builder toBuilder() {
    return new Builder(name).mode(mode).extras(extras);
  }

  /**
   * A builder that begins with nothing else.
   *
   * @param name see {@link #name}
   */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** Collects one {@link SnapshotDisk}. Not for several threads. */
  public static final class Builder {

    private String name;
    private @Nullable String mode;
    private Extras extras = Extras.NONE;

    private Builder(String name) {
      this.name = name;
    }

    /** Sets {@link SnapshotDisk#name}. */
    public Builder name(String value) {
      name = value;
      return this;
    }

    /** Sets {@link SnapshotDisk#mode}. */
    public Builder mode(@Nullable String value) {
      mode = value;
      return this;
    }

    /** Sets {@link SnapshotDisk#extras}. */
    public Builder extras(Extras value) {
      extras = value;
      return this;
    }

    /** The finished record. */
    public SnapshotDisk build() {
      return new SnapshotDisk(name, mode, extras);
    }
  }
}

package dev.vireo.model.domain;

import dev.vireo.model.xml.Extras;
import org.jspecify.annotations.Nullable;

/**
 * How a disk is accessed ({@code <driver/>} of a disk).
 *
 * @param name the driver, {@code qemu}; in older ESX domains the SCSI controller's model
 * @param type format of the data, such as {@code raw}
 * @param cache such as {@code none} or {@code writethrough}
 * @param io such as {@code native}
 * @param discard such as {@code unmap}
 * @param extras everything else
 */
public record DiskDriver(
    @Nullable String name,
    @Nullable String type,
    @Nullable String cache,
    @Nullable String io,
    @Nullable String discard,
    Extras extras) {
  /** A builder that begins with all of this driver. */
  public Builder toBuilder() {
    return new Builder().name(name).type(type).cache(cache).io(io).discard(discard).extras(extras);
  }

  /** A builder that begins with nothing. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects one {@link DiskDriver}. Not for several threads. */
  public static final class Builder {

    private @Nullable String name;
    private @Nullable String type;
    private @Nullable String cache;
    private @Nullable String io;
    private @Nullable String discard;
    private Extras extras = Extras.NONE;

    private Builder() {}

    /** Sets {@link DiskDriver#name}. */
    public Builder name(@Nullable String value) {
      name = value;
      return this;
    }

    /** Sets {@link DiskDriver#type}. */
    public Builder type(@Nullable String value) {
      type = value;
      return this;
    }

    /** Sets {@link DiskDriver#cache}. */
    public Builder cache(@Nullable String value) {
      cache = value;
      return this;
    }

    /** Sets {@link DiskDriver#io}. */
    public Builder io(@Nullable String value) {
      io = value;
      return this;
    }

    /** Sets {@link DiskDriver#discard}. */
    public Builder discard(@Nullable String value) {
      discard = value;
      return this;
    }

    /** Sets {@link DiskDriver#extras}. */
    public Builder extras(Extras value) {
      extras = value;
      return this;
    }

    /** The finished record. */
    public DiskDriver build() {
      return new DiskDriver(name, type, cache, io, discard, extras);
    }
  }
}

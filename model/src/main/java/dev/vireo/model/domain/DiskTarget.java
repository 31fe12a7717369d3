package dev.vireo.model.domain;

import dev.vireo.model.xml.Extras;
import org.jspecify.annotations.Nullable;

/**
 * How the guest sees a disk ({@code <target/>}).
 *
 * @param device name that tells bus and order, such as {@code sda}
 * @param bus {@code scsi}, {@code ide}, {@code sata}, {@code nvme}, {@code fdc}, {@code usb}...
 * @param extras everything else
 */
public record DiskTarget(String device, @Nullable String bus, Extras extras) {
  /** A builder that begins with all of this target. */
  public Builder toBuilder() {
    return new Builder(device).bus(bus).extras(extras);
  }

  /**
   * A builder of a target with nothing else.
   *
   * @param device see {@link #device}
   */
  public static Builder builder(String device) {
    return new Builder(device);
  }

  /** Collects one {@link DiskTarget}. Not for several threads. */
  public static final class Builder {

    private String device;
    private @Nullable String bus;
    private Extras extras = Extras.NONE;

    private Builder(String device) {
      this.device = device;
    }

    /** Sets {@link DiskTarget#device}. */
    public Builder device(String value) {
      device = value;
      return this;
    }

    /** Sets {@link DiskTarget#bus}. */
    public Builder bus(@Nullable String value) {
      bus = value;
      return this;
    }

    /** Sets {@link DiskTarget#extras}. */
    public Builder extras(Extras value) {
      extras = value;
      return this;
    }

    /** The finished record. */
    public DiskTarget build() {
      return new DiskTarget(device, bus, extras);
    }
  }
}

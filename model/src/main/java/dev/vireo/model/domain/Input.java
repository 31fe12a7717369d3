package dev.vireo.model.domain;

import dev.vireo.model.xml.Extras;
import org.jspecify.annotations.Nullable;

/**
 * A mouse, keyboard or tablet ({@code virDomainInputDef}).
 *
 * @param type {@code mouse}, {@code keyboard}, {@code tablet}...
 * @param bus {@code ps2}, {@code usb}, {@code virtio}...; null when not said
 * @param info place
 * @param extras everything else
 */
public record Input(String type, @Nullable String bus, DeviceInfo info, Extras extras)
    implements Device {
  @Override
  public String elementName() {
    return "input";
  }

  /** A builder that begins with all of this device. */
  public Builder toBuilder() {
    return new Builder(type).bus(bus).info(info).extras(extras);
  }

  /**
   * A builder of a device with nothing else.
   *
   * @param type see {@link #type}
   */
  public static Builder builder(String type) {
    return new Builder(type);
  }

  /** Collects one {@link Input}. Not for several threads. */
  public static final class Builder {

    private String type;
    private @Nullable String bus;
    private DeviceInfo info = DeviceInfo.NONE;
    private Extras extras = Extras.NONE;

    private Builder(String type) {
      this.type = type;
    }

    /** Sets {@link Input#type}. */
    public Builder type(String value) {
      type = value;
      return this;
    }

    /** Sets {@link Input#bus}. */
    public Builder bus(@Nullable String value) {
      bus = value;
      return this;
    }

    /** Sets {@link Input#info}. */
    public Builder info(DeviceInfo value) {
      info = value;
      return this;
    }

    /** Sets {@link Input#extras}. */
    public Builder extras(Extras value) {
      extras = value;
      return this;
    }

    /** The finished record. */
    public Input build() {
      return new Input(type, bus, info, extras);
    }
  }
}

package dev.vireo.model.domain;

import dev.vireo.model.xml.Extras;

/**
 * The memory balloon ({@code virDomainMemballoonDef}).
 *
 * @param model {@code virtio}, {@code none}...
 * @param info place
 * @param extras everything else
 */
public record MemoryBalloon(String model, DeviceInfo info, Extras extras) implements Device {
  @Override
  public String elementName() {
    return "memballoon";
  }

  /** A builder that begins with all of this balloon. */
  public Builder toBuilder() {
    return new Builder(model).info(info).extras(extras);
  }

  /**
   * A builder of a balloon with nothing else.
   *
   * @param model see {@link #model}
   */
  public static Builder builder(String model) {
    return new Builder(model);
  }

  /** Collects one {@link MemoryBalloon}. Not for several threads. */
  public static final class Builder {

    private String model;
    private DeviceInfo info = DeviceInfo.NONE;
    private Extras extras = Extras.NONE;

    private Builder(String model) {
      this.model = model;
    }

    /** Sets {@link MemoryBalloon#model}. */
    public Builder model(String value) {
      model = value;
      return this;
    }

    /** Sets {@link MemoryBalloon#info}. */
    public Builder info(DeviceInfo value) {
      info = value;
      return this;
    }

    /** Sets {@link MemoryBalloon#extras}. */
    public Builder extras(Extras value) {
      extras = value;
      return this;
    }

    /** The finished record. */
    public MemoryBalloon build() {
      return new MemoryBalloon(model, info, extras);
    }
  }
}

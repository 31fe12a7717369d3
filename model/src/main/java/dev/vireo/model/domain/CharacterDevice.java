package dev.vireo.model.domain;

import dev.vireo.model.xml.Extras;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A serial port, parallel port, console or channel ({@code virDomainChrDef}). Which of these it is
 * says the list of {@link Devices} that holds it, or a {@link Device.Port}.
 *
 * @param source the host's end
 * @param target the guest's end
 * @param info place
 * @param extras everything else
 */
public record CharacterDevice(
    CharacterSource source, @Nullable CharacterTarget target, DeviceInfo info, Extras extras) {
  public CharacterDevice {
    Objects.requireNonNull(source);
    Objects.requireNonNull(info);
    Objects.requireNonNull(extras);
  }

  /** Which of the four a character device is, in libvirt's order. */
  public enum Kind {
    /** A serial port. */
    SERIAL("serial"),
    /** A parallel port. */
    PARALLEL("parallel"),
    /** A console. */
    CONSOLE("console"),
    /** A channel between guest and host. */
    CHANNEL("channel");

    private final String elementName;

    Kind(String elementName) {
      this.elementName = elementName;
    }

    /** Name of its element. */
    public String elementName() {
      return elementName;
    }
  }

  /** A builder that begins with all of this device. */
  public Builder toBuilder() {
    return new Builder(source).target(target).info(info).extras(extras);
  }

  /**
   * A builder of a device with nothing else.
   *
   * @param source see {@link #source}
   */
  public static Builder builder(CharacterSource source) {
    return new Builder(source);
  }

  /** Collects one {@link CharacterDevice}. Not for several threads. */
  public static final class Builder {

    private CharacterSource source;
    private @Nullable CharacterTarget target;
    private DeviceInfo info = DeviceInfo.NONE;
    private Extras extras = Extras.NONE;

    private Builder(CharacterSource source) {
      this.source = source;
    }

    /** Sets {@link CharacterDevice#source}. */
    public Builder source(CharacterSource value) {
      source = value;
      return this;
    }

    /** Sets {@link CharacterDevice#target}. */
    public Builder target(@Nullable CharacterTarget value) {
      target = value;
      return this;
    }

    /** Sets {@link CharacterDevice#info}. */
    public Builder info(DeviceInfo value) {
      info = value;
      return this;
    }

    /** Sets {@link CharacterDevice#extras}. */
    public Builder extras(Extras value) {
      extras = value;
      return this;
    }

    /** The finished record. */
    public CharacterDevice build() {
      return new CharacterDevice(source, target, info, extras);
    }
  }
}

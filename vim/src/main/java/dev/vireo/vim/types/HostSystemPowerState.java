package dev.vireo.vim.types;

import java.util.Objects;

/**
 * Whether a host runs (VI API {@code HostSystemPowerState}).
 *
 * @param value the value on the wire
 */
public record HostSystemPowerState(String value) implements WireEnum {

  /** It runs. */
  public static final HostSystemPowerState POWERED_ON = new HostSystemPowerState("poweredOn");

  /** It is off. */
  public static final HostSystemPowerState POWERED_OFF = new HostSystemPowerState("poweredOff");

  /** It stands by. */
  public static final HostSystemPowerState STAND_BY = new HostSystemPowerState("standBy");

  /** It is not known. */
  public static final HostSystemPowerState UNKNOWN = new HostSystemPowerState("unknown");

  /** Checks that there is a value. */
  public HostSystemPowerState {
    Objects.requireNonNull(value, "value");
  }

  /** The value on the wire. */
  @Override
  public String toString() {
    return value;
  }
}

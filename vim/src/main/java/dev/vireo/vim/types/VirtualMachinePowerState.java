package dev.vireo.vim.types;

import java.util.Objects;

/**
 * Whether a virtual machine runs (VI API {@code VirtualMachinePowerState}).
 *
 * @param value the value on the wire
 */
public record VirtualMachinePowerState(String value) implements WireEnum {

  /** The machine is off. */
  public static final VirtualMachinePowerState POWERED_OFF =
      new VirtualMachinePowerState("poweredOff");

  /** The machine runs. */
  public static final VirtualMachinePowerState POWERED_ON =
      new VirtualMachinePowerState("poweredOn");

  /** The machine's memory is saved on disk. */
  public static final VirtualMachinePowerState SUSPENDED =
      new VirtualMachinePowerState("suspended");

  /** Checks that there is a value. */
  public VirtualMachinePowerState {
    Objects.requireNonNull(value, "value");
  }

  /** The value on the wire. */
  @Override
  public String toString() {
    return value;
  }
}

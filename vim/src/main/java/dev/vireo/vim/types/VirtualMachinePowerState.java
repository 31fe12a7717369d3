package dev.vireo.vim.types;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

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

  /**
   * As of any record; written out because the JVM makes a record's own at the first comparison,
   * which costs each start of a program that lists machines some 5 ms.
   */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof VirtualMachinePowerState state && state.value.equals(value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** The value on the wire. */
  @Override
  public String toString() {
    return value;
  }
}

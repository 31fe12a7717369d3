package dev.vireo.vim.types;

import java.util.Objects;

/**
 * Whether the server can reach a virtual machine (VI API {@code VirtualMachineConnectionState}).
 *
 * @param value the value on the wire
 */
public record VirtualMachineConnectionState(String value) implements WireEnum {

  /** The server has access. */
  public static final VirtualMachineConnectionState CONNECTED =
      new VirtualMachineConnectionState("connected");

  /** The host is disconnected. */
  public static final VirtualMachineConnectionState DISCONNECTED =
      new VirtualMachineConnectionState("disconnected");

  /** The host does not know the machine any more. */
  public static final VirtualMachineConnectionState ORPHANED =
      new VirtualMachineConnectionState("orphaned");

  /** The machine's files cannot be read. */
  public static final VirtualMachineConnectionState INACCESSIBLE =
      new VirtualMachineConnectionState("inaccessible");

  /** The machine's configuration is invalid. */
  public static final VirtualMachineConnectionState INVALID =
      new VirtualMachineConnectionState("invalid");

  /** Checks that there is a value. */
  public VirtualMachineConnectionState {
    Objects.requireNonNull(value, "value");
  }

  /** The value on the wire. */
  @Override
  public String toString() {
    return value;
  }
}

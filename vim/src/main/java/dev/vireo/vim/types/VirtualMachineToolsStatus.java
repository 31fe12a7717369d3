package dev.vireo.vim.types;

import java.util.Objects;

/**
 * Whether VMware Tools run in a guest (VI API {@code VirtualMachineToolsStatus}).
 *
 * @param value the value on the wire
 */
public record VirtualMachineToolsStatus(String value) implements WireEnum {

  /** They never ran. */
  public static final VirtualMachineToolsStatus TOOLS_NOT_INSTALLED =
      new VirtualMachineToolsStatus("toolsNotInstalled");

  /** They do not run. */
  public static final VirtualMachineToolsStatus TOOLS_NOT_RUNNING =
      new VirtualMachineToolsStatus("toolsNotRunning");

  /** They run, but are old. */
  public static final VirtualMachineToolsStatus TOOLS_OLD =
      new VirtualMachineToolsStatus("toolsOld");

  /** They run. */
  public static final VirtualMachineToolsStatus TOOLS_OK = new VirtualMachineToolsStatus("toolsOk");

  /** Checks that there is a value. */
  public VirtualMachineToolsStatus {
    Objects.requireNonNull(value, "value");
  }

  /** The value on the wire. */
  @Override
  public String toString() {
    return value;
  }
}

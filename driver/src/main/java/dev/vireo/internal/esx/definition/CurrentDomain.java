package dev.vireo.internal.esx.definition;

import dev.vireo.ErrorCode;
import dev.vireo.internal.esx.Attempt;
import dev.vireo.internal.esx.HostContext;
import dev.vireo.internal.esx.MachineIdentity;
import dev.vireo.vim.ApiVersion;
import dev.vireo.vim.file.DatastoreFiles;
import dev.vireo.vim.property.ObjectProperties;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.VirtualDevice;
import dev.vireo.vim.types.VirtualMachinePowerState;
import dev.vireo.vmx.DatastorePath;
import java.util.ArrayList;
import java.util.List;

/**
 * A domain as the host has it: what the machine shows, and its VMX file.
 *
 * @param machine the machine
 * @param power whether it runs
 * @param changeVersion tells this configuration from later ones
 * @param memoryHotAdd whether its guest takes more memory while it runs
 * @param cpuHotAdd whether its guest takes more processors while it runs
 * @param devices its virtual hardware
 * @param vmx its VMX file
 * @param file what is in that file
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record CurrentDomain(
    ManagedObjectReference machine,
    VirtualMachinePowerState power,
    String changeVersion,
    boolean memoryHotAdd,
    boolean cpuHotAdd,
    List<VirtualDevice> devices,
    DatastorePath vmx,
    byte[] file) {

  private static final String VMX_PATH = "config.files.vmPathName";
  private static final String CHANGE_VERSION = "config.changeVersion";
  private static final String MEMORY_HOT_ADD = "config.memoryHotAddEnabled";
  private static final String DEVICES = "config.hardware.device";
  private static final String CPU_HOT_ADD = "config.cpuHotAddEnabled";

  /** Reads it: two requests. */
  static CurrentDomain read(
      HostContext host, ManagedObjectReference machine, DomainPlace place, Attempt attempt) {
    ObjectProperties found = host.queries().machine(machine, paths(host));
    String path = found.get(VMX_PATH, String.class);
    DatastorePath vmx = DatastorePath.parse(path, place.datastores()::names);
    if (vmx == null) {
      throw attempt.error(
          ErrorCode.INTERNAL_ERROR,
          attempt.complaint() + ": the path of its VMX file is '" + path + "'",
          null);
    }
    byte[] file =
        new DatastoreFiles(host.client()).read(place.datacenterPath(), vmx.datastore(), vmx.path());
    if (file == null || file.length == 0) {
      throw attempt.error(
          ErrorCode.INTERNAL_ERROR,
          attempt.complaint()
              + ": its VMX file '"
              + vmx
              + (file == null ? "' does not exist" : "' is empty"),
          null);
    }
    String changeVersion = found.find(CHANGE_VERSION, String.class);
    return new CurrentDomain(
        machine,
        found.get(MachineIdentity.POWER_STATE, VirtualMachinePowerState.class),
        changeVersion == null ? "" : changeVersion,
        Boolean.TRUE.equals(found.find(MEMORY_HOT_ADD, Boolean.class)),
        Boolean.TRUE.equals(found.find(CPU_HOT_ADD, Boolean.class)),
        found.list(DEVICES, VirtualDevice.class),
        vmx,
        file);
  }

  /** Hosts before API 4.0 have guests that take nothing while they run. */
  private static List<String> paths(HostContext host) {
    List<String> paths =
        new ArrayList<>(List.of(VMX_PATH, MachineIdentity.POWER_STATE, CHANGE_VERSION, DEVICES));
    if (host.client().apiVersion().isAtLeast(ApiVersion.V4_0)) {
      paths.add(MEMORY_HOT_ADD);
      paths.add(CPU_HOT_ADD);
    }
    return paths;
  }

  /** Whether it is powered off. */
  boolean isOff() {
    return power.equals(VirtualMachinePowerState.POWERED_OFF);
  }

  /** Whether it runs. */
  boolean isOn() {
    return power.equals(VirtualMachinePowerState.POWERED_ON);
  }
}

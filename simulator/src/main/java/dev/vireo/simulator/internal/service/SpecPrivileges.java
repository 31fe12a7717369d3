package dev.vireo.simulator.internal.service;

import dev.vireo.simulator.internal.definition.HardwareDevice;
import dev.vireo.simulator.internal.definition.MachineDefinition;
import dev.vireo.simulator.internal.schema.Members;
import dev.vireo.vim.types.ObjectOf;
import dev.vireo.vim.types.VirtualDeviceConfigSpec;
import dev.vireo.vim.types.VirtualMachineConfigSpec;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The privileges that a change of a machine needs, by what it changes. Source: the reference of
 * {@code ReconfigVM_Task}.
 */
final class SpecPrivileges {

  private static final String CONFIG = "VirtualMachine.Config.";
  private static final String SETTINGS = CONFIG + "Settings";

  /** By the members of the spec; the others are settings. */
  private static final Map<String, String> MEMBERS =
      Map.ofEntries(
          Map.entry("name", CONFIG + "Rename"),
          Map.entry("annotation", CONFIG + "Annotation"),
          Map.entry("numCPUs", CONFIG + "CPUCount"),
          Map.entry("numCoresPerSocket", CONFIG + "CPUCount"),
          Map.entry("memoryMB", CONFIG + "Memory"),
          Map.entry("cpuAllocation", CONFIG + "Resource"),
          Map.entry("memoryAllocation", CONFIG + "Resource"),
          Map.entry("cpuAffinity", CONFIG + "Resource"),
          Map.entry("memoryAffinity", CONFIG + "Resource"),
          Map.entry("networkShaper", CONFIG + "Resource"),
          Map.entry("extraConfig", CONFIG + "AdvancedConfig"),
          Map.entry("swapPlacement", CONFIG + "SwapPlacement"),
          Map.entry("changeTrackingEnabled", CONFIG + "ChangeTracking"),
          Map.entry("managedBy", CONFIG + "ManagedBy"));

  private SpecPrivileges() {}

  /** The privileges, in the order of the spec's members. */
  static Set<String> of(VirtualMachineConfigSpec spec, MachineDefinition machine) {
    Set<String> needed = new LinkedHashSet<>();
    ObjectOf members = Members.of(spec);
    for (String member : members.names()) {
      if (!member.equals("deviceChange") && !member.equals("changeVersion")) {
        needed.add(MEMBERS.getOrDefault(member, SETTINGS));
      }
    }
    for (VirtualDeviceConfigSpec change : spec.deviceChange()) {
      if (change.operation() != null) {
        needed.add(of(change, change.operation().value(), machine));
      }
    }
    return needed;
  }

  private static String of(
      VirtualDeviceConfigSpec change, String operation, MachineDefinition machine) {
    HardwareDevice device = HardwareDevice.of(change.device());
    boolean disk = device.isA("VirtualDisk");
    if (device.isA("VirtualSCSIPassthrough") || device.backingType().contains("RawDiskMapping")) {
      return CONFIG + "RawDevice";
    }
    if (operation.equals("edit")) {
      return edited(device, machine.device(device.key()), disk);
    }
    if (!disk) {
      return CONFIG + "AddRemoveDevice";
    }
    if (operation.equals("remove")) {
      return CONFIG + "RemoveDisk";
    }
    return CONFIG + (change.fileOperation() == null ? "AddExistingDisk" : "AddNewDisk");
  }

  private static String edited(
      HardwareDevice device, @Nullable HardwareDevice before, boolean disk) {
    boolean media = before != null && !Objects.equals(before.backing(), device.backing());
    if (media && device.isA("VirtualCdrom")) {
      return "VirtualMachine.Interact.SetCDMedia";
    }
    if (media && device.isA("VirtualFloppy")) {
      return "VirtualMachine.Interact.SetFloppyMedia";
    }
    Object size = device.get("capacityInKB");
    boolean grows =
        disk && before != null && size != null && !size.equals(before.get("capacityInKB"));
    return CONFIG + (grows ? "DiskExtend" : "EditDevice");
  }
}

package dev.vireo.simulator.internal.machine;

import dev.vireo.simulator.internal.definition.HardwareDevice;
import dev.vireo.vim.types.ObjectOf;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a person reads of a device: its label within the machine, and what it is. */
final class DeviceLabels {

  private static final Map<String, String> FIXED =
      Map.of(
          "VirtualKeyboard", "Keyboard",
          "VirtualPointingDevice", "Pointing device",
          "VirtualMachineVideoCard", "Video card",
          "VirtualMachineVMCIDevice", "VMCI device",
          "VirtualUSBController", "USB controller",
          "VirtualUSBXHCIController", "USB xHCI controller",
          "VirtualTPM", "Virtual TPM");

  /** Devices whose labels have a number, from 1. */
  private static final Map<String, String> COUNTED =
      Map.of(
          "VirtualDisk", "Hard disk",
          "VirtualCdrom", "CD/DVD drive",
          "VirtualEthernetCard", "Network adapter",
          "VirtualFloppy", "Floppy drive",
          "VirtualSerialPort", "Serial port",
          "VirtualParallelPort", "Parallel port",
          "VirtualSCSIPassthrough", "SCSI device",
          "VirtualSoundCard", "Sound card");

  /** Controllers whose labels have the number of their bus. */
  private static final Map<String, String> BUSES =
      Map.of(
          "VirtualIDEController", "IDE",
          "VirtualPS2Controller", "PS2 controller",
          "VirtualPCIController", "PCI controller",
          "VirtualSIOController", "SIO controller",
          "VirtualSCSIController", "SCSI controller",
          "VirtualSATAController", "SATA controller",
          "VirtualNVMEController", "NVME controller");

  private static final Map<String, String> SUMMARIES =
      Map.of(
          "VirtualPointingDevice",
          "Pointing device; Device",
          "VirtualMachineVMCIDevice",
          "Device on the virtual machine PCI bus that provides support for the virtual machine"
              + " communication interface",
          "ParaVirtualSCSIController",
          "VMware paravirtual SCSI",
          "VirtualLsiLogicController",
          "LSI Logic",
          "VirtualLsiLogicSASController",
          "LSI Logic SAS",
          "VirtualBusLogicController",
          "BusLogic",
          "VirtualAHCIController",
          "AHCI");

  private DeviceLabels() {}

  /**
   * Label and summary.
   *
   * @param all the devices of its machine
   */
  static ObjectOf of(HardwareDevice device, List<HardwareDevice> all) {
    String label = label(device, all);
    return HardwareDevice.backing(
        "Description", Map.of("label", label, "summary", summary(device, label)));
  }

  /** The label alone. */
  static String label(HardwareDevice device, List<HardwareDevice> all) {
    String fixed = FIXED.get(device.type());
    if (fixed != null) {
      return fixed;
    }
    for (Map.Entry<String, String> each : BUSES.entrySet()) {
      if (device.isA(each.getKey())) {
        return each.getValue() + " " + device.bus();
      }
    }
    for (Map.Entry<String, String> each : COUNTED.entrySet()) {
      if (device.isA(each.getKey())) {
        List<HardwareDevice> same = all.stream().filter(other -> other.isA(each.getKey())).toList();
        return each.getValue() + " " + (same.indexOf(device) + 1);
      }
    }
    return device.type();
  }

  private static String summary(HardwareDevice device, String label) {
    String fixed = SUMMARIES.get(device.type());
    if (fixed != null) {
      return fixed;
    }
    String file = device.fileName();
    String name = device.backingText("deviceName");
    if (device.isA("VirtualDisk")) {
      long kib = device.get("capacityInKB") instanceof Long size ? size : 0;
      return String.format(Locale.ROOT, "%,d KB", kib);
    }
    if (file != null) {
      return (device.isA("VirtualCdrom") ? "ISO " : "Image ") + file;
    }
    if (device.backingType().contains("Remote") || device.backingIs("useAutoDetect")) {
      return "Remote device";
    }
    if (device.isA("VirtualEthernetCard") && name == null) {
      return "DVSwitch";
    }
    return name == null || name.isEmpty() ? label : name;
  }
}

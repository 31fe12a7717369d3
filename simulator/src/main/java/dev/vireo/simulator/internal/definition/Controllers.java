package dev.vireo.simulator.internal.definition;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Controllers of disks: {@code scsi0}, {@code sata0}, {@code nvme0}. IDE ones are always there. */
final class Controllers implements DeviceFamily {

  private static final String USUAL = "lsilogic";
  private static final Map<String, String> MODELS =
      Map.of(
          "buslogic",
          "VirtualBusLogicController",
          USUAL,
          "VirtualLsiLogicController",
          "lsisas1068",
          "VirtualLsiLogicSASController",
          "pvscsi",
          "ParaVirtualSCSIController");
  private static final Map<String, String> SHARING =
      Map.of("none", "noSharing", "virtual", "virtualSharing", "physical", "physicalSharing");

  @Override
  public void read(VmxSource file, DeviceList into) {
    for (Bus bus : Bus.ALL) {
      for (int number = 0; number < Bus.CONTROLLERS; number++) {
        String name = bus.prefix() + number;
        if (!bus.equals(Bus.IDE) && file.takePresent(name)) {
          into.add(read(file, bus, number, name));
        }
      }
    }
  }

  private static HardwareDevice read(VmxSource file, Bus bus, int number, String name) {
    if (bus.equals(Bus.SATA)) {
      return placed(HardwareDevice.of("VirtualAHCIController", 0), bus, number);
    }
    if (bus.equals(Bus.NVME)) {
      return placed(HardwareDevice.of("VirtualNVMEController", 0), bus, number);
    }
    String model = file.take(name + ".virtualDev", USUAL).toLowerCase(Locale.ROOT);
    String sharing = file.take(name + ".sharedBus", "none").toLowerCase(Locale.ROOT);
    return scsi(
        MODELS.getOrDefault(model, "VirtualLsiLogicController"),
        number,
        SHARING.getOrDefault(sharing, "noSharing"));
  }

  /** A SCSI controller. */
  static HardwareDevice scsi(String type, int number, String sharing) {
    return placed(HardwareDevice.of(type, 0), Bus.SCSI, number).with("sharedBus", sharing);
  }

  /** A controller as that of a number on its bus. */
  static HardwareDevice placed(HardwareDevice controller, Bus bus, int number) {
    HardwareDevice placed =
        DeviceList.at(
            controller.with("key", bus.controllers() + number).with("busNumber", number),
            DeviceList.PCI,
            bus.slot() + number);
    return bus.equals(Bus.SCSI)
        ? placed.with("hotAddRemove", true).with("scsiCtlrUnitNumber", Bus.SCSI_SELF)
        : placed;
  }

  @Override
  public @Nullable String name(HardwareDevice device, List<HardwareDevice> all) {
    Bus bus = Bus.of(device);
    return bus == null || bus.equals(Bus.IDE) ? null : bus.prefix() + device.bus();
  }

  @Override
  public void write(HardwareDevice device, String name, VmxLines out) {
    out.put(name + ".present", true);
    if (Bus.SCSI.equals(Bus.of(device))) {
      out.put(name + ".virtualDev", keyOf(MODELS, device.type(), USUAL));
      String sharing = keyOf(SHARING, String.valueOf(device.text("sharedBus")), "none");
      if (!sharing.equals("none")) {
        out.put(name + ".sharedBus", sharing);
      }
    }
  }

  /** The key of a value. */
  static String keyOf(Map<String, String> map, String value, String usual) {
    return map.entrySet().stream()
        .filter(entry -> entry.getValue().equals(value))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(usual);
  }
}

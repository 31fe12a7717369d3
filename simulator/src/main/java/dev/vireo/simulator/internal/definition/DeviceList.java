package dev.vireo.simulator.internal.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the devices of a machine, each with a key of its own. Not thread-safe. */
public final class DeviceList {

  /** Key of the PCI controller. */
  public static final int PCI = 100;

  /** Key of the first of the two IDE controllers. */
  public static final int IDE = 200;

  /** Key of the super I/O controller, at which floppy drives and ports are. */
  public static final int SIO = 400;

  private static final int PS2 = 300;
  private static final int VIDEO = 500;
  private static final int KEYBOARD = 600;
  private static final int POINTER = 700;
  private static final int VMCI = 12_000;

  /** Oldest virtual hardware with a VMCI device. */
  private static final int VMCI_HARDWARE = 7;

  private static final List<HardwareDevice> BOARD =
      List.of(
          controller("VirtualIDEController", IDE, 0),
          controller("VirtualIDEController", IDE + 1, 1),
          controller("VirtualPS2Controller", PS2, 0),
          controller("VirtualPCIController", PCI, 0),
          controller("VirtualSIOController", SIO, 0),
          at(HardwareDevice.of("VirtualKeyboard", KEYBOARD), PS2, 0),
          at(HardwareDevice.of("VirtualPointingDevice", POINTER), PS2, 1)
              .with(
                  "backing",
                  HardwareDevice.backing(
                      "VirtualPointingDeviceDeviceBackingInfo",
                      Map.of(
                          "deviceName",
                          "",
                          "useAutoDetect",
                          false,
                          "hostPointingDevice",
                          "autodetect"))),
          at(HardwareDevice.of("VirtualMachineVideoCard", VIDEO), PCI, 0)
              .with("videoRamSizeInKB", 4096L)
              .with("numDisplays", 1)
              .with("useAutoDetect", false)
              .with("enable3DSupport", false));

  private static final HardwareDevice VMCI_DEVICE =
      at(HardwareDevice.of("VirtualMachineVMCIDevice", VMCI), PCI, 17)
          .with("id", -1L)
          .with("allowUnrestrictedCommunication", false);

  private final List<HardwareDevice> devices = new ArrayList<>();

  /** Starts with what every machine has. */
  public static DeviceList board(int hardwareVersion) {
    DeviceList list = new DeviceList();
    list.devices.addAll(BOARD);
    if (hardwareVersion >= VMCI_HARDWARE) {
      list.devices.add(VMCI_DEVICE);
    }
    return list;
  }

  /** Starts with devices. */
  public static DeviceList of(List<HardwareDevice> devices) {
    DeviceList list = new DeviceList();
    list.devices.addAll(devices);
    return list;
  }

  /** Whether a device belongs to every machine, and cannot be removed. */
  public static boolean isBoard(HardwareDevice device) {
    return device.key() == VMCI || BOARD.stream().anyMatch(each -> each.key() == device.key());
  }

  /** A controller on a bus of its own. */
  public static HardwareDevice controller(String type, int key, int bus) {
    return HardwareDevice.of(type, key).with("busNumber", bus);
  }

  /** A device on a controller. */
  public static HardwareDevice at(HardwareDevice device, int controller, int unit) {
    return device.with("controllerKey", controller).with("unitNumber", unit);
  }

  /** How a device that can be unplugged is connected. */
  public static HardwareDevice connectable(
      HardwareDevice device, boolean atStart, boolean guestControl) {
    return device.with(
        "connectable",
        HardwareDevice.backing(
            "VirtualDeviceConnectInfo",
            Map.of(
                "startConnected",
                atStart,
                "allowGuestControl",
                guestControl,
                "connected",
                false,
                "status",
                "untried")));
  }

  /** Adds a device, with another key when its own is taken; gives the key. */
  public int add(HardwareDevice device) {
    int key = device.key();
    while (find(key) != null) {
      key++;
    }
    devices.add(key == device.key() ? device : device.with("key", key));
    return key;
  }

  /** Replaces the device with the same key. */
  public void replace(HardwareDevice device) {
    devices.replaceAll(each -> each.key() == device.key() ? device : each);
  }

  /** The device with a key; null for none. */
  public @Nullable HardwareDevice find(int key) {
    for (HardwareDevice device : devices) {
      if (device.key() == key) {
        return device;
      }
    }
    return null;
  }

  /** The devices. */
  public List<HardwareDevice> all() {
    return devices;
  }
}

package dev.vireo.internal.esx.event;

import dev.vireo.vim.types.Description;
import dev.vireo.vim.types.VirtualController;
import dev.vireo.vim.types.VirtualDevice;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What VMX files call the devices of a machine, such as {@code scsi0:1} or {@code ethernet0}; those
 * that have no name there are called by their label. Where a device sits follows from the key that
 * VMware gives it, which its type fixes.
 */
final class DeviceNames {

  /** Devices that are counted, by the key of the first of them. */
  private static final Map<Integer, String> COUNTED =
      Map.of(4000, "ethernet", 8000, "floppy", 9000, "serial", 10000, "parallel");

  /** Controllers, by the key of the first of them. */
  private static final Map<Integer, String> CONTROLLERS =
      Map.of(200, "ide", 1000, "scsi", 15000, "sata", 31000, "nvme");

  /** Devices of which a machine has one. */
  private static final Map<Integer, String> SINGLE =
      Map.of(500, "svga", 5000, "sound", 7000, "usb", 14000, "usb_xhci", 11000, "vtpm");

  private static final int MOST_COUNTED = 100;

  private DeviceNames() {}

  /** The names by VMware's keys, in the order of the host. */
  static Map<Integer, String> of(List<VirtualDevice> devices) {
    Map<Integer, String> controllers = new HashMap<>();
    for (VirtualDevice device : devices) {
      if (device instanceof VirtualController controller) {
        String kind = counted(CONTROLLERS, controller.key());
        if (kind != null) {
          controllers.put(controller.key(), kind + controller.busNumber());
        }
      }
    }
    Map<Integer, String> names = new LinkedHashMap<>();
    for (VirtualDevice device : devices) {
      names.put(device.key(), name(device, controllers));
    }
    return names;
  }

  private static String name(VirtualDevice device, Map<Integer, String> controllers) {
    int key = device.key();
    String controller = controllers.get(key);
    if (controller != null) {
      return controller;
    }
    String sits = device.controllerKey() == null ? null : controllers.get(device.controllerKey());
    if (sits != null && device.unitNumber() != null) {
      return sits + ":" + device.unitNumber();
    }
    String kind = counted(COUNTED, key);
    if (kind != null) {
      return kind + (key % MOST_COUNTED);
    }
    String single = SINGLE.get(key);
    return single == null ? label(device) : single;
  }

  private static @Nullable String counted(Map<Integer, String> kinds, int key) {
    return kinds.get(key - Math.floorMod(key, MOST_COUNTED));
  }

  private static String label(VirtualDevice device) {
    Description info = device.deviceInfo();
    return info == null || info.label().isEmpty() ? "device " + device.key() : info.label();
  }
}

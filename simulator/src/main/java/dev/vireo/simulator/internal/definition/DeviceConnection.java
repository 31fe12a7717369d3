package dev.vireo.simulator.internal.definition;

import dev.vireo.vim.types.ObjectOf;

/** How a device that can be unplugged is connected, as VMX files say it. */
final class DeviceConnection {

  private static final String AT_START = ".startConnected";
  private static final String BY_GUEST = ".allowGuestConnectionControl";

  private DeviceConnection() {}

  /**
   * A device with what a file says of its connection.
   *
   * @param name the beginning of its keys
   */
  static HardwareDevice read(VmxSource file, String name, HardwareDevice device) {
    return DeviceList.connectable(
        device, file.takeTruth(name + AT_START, true), file.takeTruth(name + BY_GUEST, true));
  }

  /** Says what is not usual. */
  static void write(HardwareDevice device, String name, VmxLines out) {
    if (device.get("connectable") instanceof ObjectOf connection) {
      if (Boolean.FALSE.equals(connection.get("startConnected"))) {
        out.put(name + AT_START, false);
      }
      if (Boolean.FALSE.equals(connection.get("allowGuestControl"))) {
        out.put(name + BY_GUEST, false);
      }
    }
  }
}

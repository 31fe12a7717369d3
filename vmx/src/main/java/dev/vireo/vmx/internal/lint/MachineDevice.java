package dev.vireo.vmx.internal.lint;

import dev.vireo.vmx.VmxEntry;
import dev.vireo.vmx.device.DeviceKind;
import dev.vireo.vmx.device.DeviceName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A device that keys speak of.
 *
 * @param name in lower case, such as scsi0, scsi0:1 or ethernet0
 * @param kind what it is, or what it is at
 * @param number its own, or that of its controller
 * @param unit on its controller; -1 if it is on none
 * @param present whether the machine has it
 * @param entries of the device that count, at least one
 */
record MachineDevice(
    String name, DeviceKind kind, int number, int unit, boolean present, List<VmxEntry> entries) {

  /** The device of a name; null if it is none. */
  static @Nullable MachineDevice of(String text, List<VmxEntry> entries, boolean present) {
    DeviceName name = DeviceName.of(text, DeviceName.MOST_DIGITS);
    DeviceKind kind = name == null ? null : name.kind();
    if (name == null || kind == null || !kind.isHardware()) {
      return null;
    }
    boolean isChannel = kind.isAlwaysThere() && !name.hasUnit();
    return isChannel
        ? null
        : new MachineDevice(text, kind, name.number(), name.unit(), present, entries);
  }

  /** Whether it is a disk or drive of a controller. */
  boolean isDisk() {
    return unit >= 0;
  }

  boolean isController() {
    return unit < 0 && kind.hasUnits();
  }

  boolean isNic() {
    return kind == DeviceKind.ETHERNET;
  }

  VmxEntry first() {
    return entries.get(0);
  }
}

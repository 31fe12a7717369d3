package dev.vireo.simulator.internal.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A kind of device in VMX files: both directions. */
interface DeviceFamily {

  /** Adds the devices of this kind that a file has to those that are there. */
  void read(VmxSource file, DeviceList into);

  /**
   * The beginning of the keys of a device, such as {@code scsi0:1}; null when it is of another
   * kind, or has no keys.
   *
   * @param all all devices of its machine
   */
  @Nullable String name(HardwareDevice device, List<HardwareDevice> all);

  /** Writes a device that {@link #name} has a name for. */
  void write(HardwareDevice device, String name, VmxLines out);
}

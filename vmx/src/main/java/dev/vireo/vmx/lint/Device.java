package dev.vireo.vmx.lint;

import dev.vireo.vmx.VmxEntry;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A device that keys speak of.
 *
 * @param name in lower case, such as scsi0, scsi0:1 or ethernet0
 * @param family its name without numbers
 * @param number its own, or that of its controller
 * @param unit on its controller; -1 if it is on none
 * @param present whether the machine has it
 * @param entries of the device that count, at least one
 */
record Device(
    String name, String family, long number, long unit, boolean present, List<VmxEntry> entries) {
  // Nine digits are more than any device has, and fit.
  private static final Pattern DISK = Pattern.compile("(scsi|sata|nvme|ide)(\\d{1,9}):(\\d{1,9})");
  private static final Pattern OTHER =
      Pattern.compile("(scsi|sata|nvme|floppy|ethernet|serial|parallel)(\\d{1,9})");

  /** The device of a name; null if it is none. */
  static @Nullable Device of(String name, List<VmxEntry> entries, boolean present) {
    Matcher disk = DISK.matcher(name);
    if (disk.matches()) {
      long unit = Long.parseLong(disk.group(3));
      return new Device(name, disk.group(1), Long.parseLong(disk.group(2)), unit, present, entries);
    }
    Matcher other = OTHER.matcher(name);
    if (other.matches()) {
      return new Device(name, other.group(1), Long.parseLong(other.group(2)), -1, present, entries);
    }
    return null;
  }

  /** Whether it is a disk or drive of a controller. */
  boolean isDisk() {
    return unit >= 0;
  }

  boolean isController() {
    return unit < 0 && (family.equals("scsi") || family.equals("sata") || family.equals("nvme"));
  }

  boolean isNic() {
    return family.equals("ethernet");
  }

  VmxEntry first() {
    return entries.get(0);
  }
}

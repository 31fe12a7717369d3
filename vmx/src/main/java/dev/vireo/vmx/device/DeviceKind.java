package dev.vireo.vmx.device;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of devices whose keys start with a numbered name: the one table of their names, their
 * places, and of the versions of the virtual hardware that have them. Sources: VMware's
 * configuration maximums, and libvirt's vmx.c for what conversions read.
 */
public enum DeviceKind {
  /** {@code scsi0}, and {@code scsi0:0} at it. Unit 7 is the controller itself. */
  SCSI("scsi", Form.CONTROLLER, 4, 16),
  /** {@code sata0}, and {@code sata0:0} at it. */
  SATA("sata", Form.CONTROLLER, 4, 30, HardwareVersions.SATA),
  /** {@code nvme0}, and {@code nvme0:0} at it. */
  NVME("nvme", Form.CONTROLLER, 4, 15, HardwareVersions.NVME),
  /** {@code ide0:0}: a channel that is always there, and a drive at it. */
  IDE("ide", Form.CHANNEL, 2, 2),
  /** {@code floppy0}. VMware has the first one unless that is denied. */
  FLOPPY("floppy", Form.DEVICE, 2),
  /** {@code ethernet0}. */
  ETHERNET("ethernet", Form.DEVICE, 4, 10, 10, 0, 0),
  /** {@code serial0}. */
  SERIAL("serial", Form.DEVICE, 32, 32, 4, 0, 0),
  /** {@code parallel0}. */
  PARALLEL("parallel", Form.DEVICE, 3),
  /** {@code sharedFolder0} of Workstation and Fusion, which is no hardware and has no limit. */
  SHARED_FOLDER("sharedFolder", Form.FOLDER, Integer.MAX_VALUE);

  /** The unit of a SCSI controller that is the controller itself. */
  public static final int SCSI_ADAPTER_UNIT = 7;

  /** The last unit of a SCSI controller that is no PVSCSI one of {@link HardwareVersions}. */
  public static final int LAST_NARROW_SCSI_UNIT = 15;

  private static final int WIDE_SCSI_UNITS = 65;
  private static final Map<String, DeviceKind> BY_FAMILY =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(DeviceKind::family, Function.identity()));

  /** What the names of a kind are made of. */
  private enum Form {
    /** A number, and a number with the unit of what is at it. */
    CONTROLLER,
    /** As {@link #CONTROLLER}, but nothing says whether it is there. */
    CHANNEL,
    /** A number. */
    DEVICE,
    /** A number, of what is no hardware. */
    FOLDER
  }

  private final String prefix;
  private final String family;
  private final Form form;
  private final int old;
  private final int most;
  private final int read;
  private final int units;
  private final int since;

  DeviceKind(String prefix, Form form, int most) {
    this(prefix, form, most, 0);
  }

  DeviceKind(String prefix, Form form, int most, int units) {
    this(prefix, form, most, units, 0);
  }

  DeviceKind(String prefix, Form form, int most, int units, int since) {
    this(prefix, form, most, most, most, units, since);
  }

  /**
   * A row of the table.
   *
   * @param old how many there can be on virtual hardware before {@link HardwareVersions#PCIE}
   * @param most how many on newer hardware
   * @param read how many of them libvirt, and so a conversion, reads and writes
   * @param units one more than the last unit
   * @param since the oldest hardware that has it; 0 if all has
   */
  DeviceKind(String prefix, Form form, int old, int most, int read, int units, int since) {
    this.prefix = prefix;
    this.family = prefix.toLowerCase(Locale.ROOT);
    this.form = form;
    this.old = old;
    this.most = most;
    this.read = read;
    this.units = units;
    this.since = since;
  }

  /** The kind of a family, which is in lower case; null if there is none. */
  public static @Nullable DeviceKind ofFamily(String family) {
    return BY_FAMILY.get(family);
  }

  /** What keys of the kind start with, before the number, as VMware spells it. */
  public String prefix() {
    return prefix;
  }

  /** The {@link #prefix} in lower case. */
  public String family() {
    return family;
  }

  /** What the keys of a device start with, without the dot. */
  public String name(int number) {
    return prefix + number;
  }

  /** What the keys of a device at a controller or channel start with, without the dot. */
  public String name(int controller, int unit) {
    return prefix + controller + ":" + unit;
  }

  /** Whether devices are at units of this kind. */
  public boolean hasUnits() {
    return form == Form.CONTROLLER || form == Form.CHANNEL;
  }

  /** Whether it has units, and is there without a word. */
  public boolean isAlwaysThere() {
    return form == Form.CHANNEL;
  }

  /** Whether a machine has it, and not the program that runs the machine. */
  public boolean isHardware() {
    return form != Form.FOLDER;
  }

  /** Whether devices of the kind are named so. */
  public boolean isNamed(DeviceName name) {
    return name.family().equals(family) && (!name.hasUnit() || hasUnits());
  }

  /**
   * A regular expression for the names of devices in lower case: of those at units for a kind that
   * has such.
   */
  public String pattern() {
    return family + (hasUnits() ? "\\d+:\\d+" : "\\d+");
  }

  /** The oldest virtual hardware that has it; 0 if all has. */
  public int since() {
    return since;
  }

  /** How many VMware has on a version of the virtual hardware, numbered from 0. */
  public int most(int hardwareVersion) {
    return hardwareVersion < HardwareVersions.PCIE ? old : most;
  }

  /** How many conversions read and write on new hardware, numbered from 0. */
  public int mostRead() {
    return read;
  }

  /** One more than the last unit, as libvirt sees it on a version of the virtual hardware. */
  public int unitsEnd(int hardwareVersion) {
    return unitsEnd(hasWideScsi(hardwareVersion));
  }

  /** One more than the last unit where libvirt takes SCSI controllers to have 64 units, or not. */
  public int unitsEnd(boolean wideScsi) {
    return this == SCSI && wideScsi ? WIDE_SCSI_UNITS : units;
  }

  /** Whether libvirt takes the SCSI controllers of a hardware version to have 64 units. */
  public static boolean hasWideScsi(int hardwareVersion) {
    return hardwareVersion >= HardwareVersions.WIDE_SCSI_NAMES;
  }
}

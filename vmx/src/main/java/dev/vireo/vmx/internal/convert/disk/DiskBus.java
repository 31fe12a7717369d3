package dev.vireo.vmx.internal.convert.disk;

import dev.vireo.model.domain.DeviceAddress;
import dev.vireo.vmx.device.DeviceKind;
import dev.vireo.vmx.internal.convert.Section;
import org.jspecify.annotations.Nullable;

/** The buses that disks are at, and how each numbers them in VMX, in targets and in addresses. */
public enum DiskBus {
  /** {@code scsi0:0}; unit 7 is the controller itself. */
  SCSI(DeviceKind.SCSI, "scsi", "sd"),
  /** {@code sata0:0}. */
  SATA(DeviceKind.SATA, "sata", "sd"),
  /** {@code nvme0:0}; targets are called {@code nvme0n1}. */
  NVME(DeviceKind.NVME, "nvme", "nvme"),
  /** {@code ide0:0}, of which both channels are one controller to libvirt. */
  IDE(DeviceKind.IDE, "ide", "hd"),
  /** {@code floppy0}. */
  FLOPPY(DeviceKind.FLOPPY, "fdc", "fd");

  private static final int ADAPTER_UNIT = DeviceKind.SCSI_ADAPTER_UNIT;

  private final DeviceKind kind;
  private final String domainName;
  private final String targetPrefix;

  DiskBus(DeviceKind kind, String domainName, String targetPrefix) {
    this.kind = kind;
    this.domainName = domainName;
    this.targetPrefix = targetPrefix;
  }

  /** What the keys are of. */
  DeviceKind kind() {
    return kind;
  }

  /** Value of a target's {@code bus} attribute. */
  String domainName() {
    return domainName;
  }

  /** Number of controllers; for IDE of channels. Floppy drives are all at one. */
  int controllers() {
    return this == FLOPPY ? 1 : kind.mostRead();
  }

  /** One more than the last unit. */
  private int unitsEnd(boolean superWide) {
    return this == FLOPPY ? kind.mostRead() : kind.unitsEnd(superWide);
  }

  /** Units that disks can have. */
  private int disksPerController(boolean superWide) {
    return this == SCSI ? unitsEnd(superWide) - 1 : unitsEnd(superWide);
  }

  /** Whether a disk can be there. */
  boolean has(int controller, int unit, boolean superWide) {
    return controller >= 0
        && controller < controllers()
        && unit >= 0
        && unit < unitsEnd(superWide)
        && !(this == SCSI && unit == ADAPTER_UNIT);
  }

  /** Name of the device in the guest, such as {@code sda}. */
  String target(int controller, int unit, boolean superWide) {
    if (this == NVME) {
      return targetPrefix + controller + "n" + (unit + 1);
    }
    int position = this == SCSI && unit > ADAPTER_UNIT ? unit - 1 : unit;
    return targetPrefix + DriveLetters.of(controller * disksPerController(superWide) + position);
  }

  /** Where in a domain a disk sits. */
  DeviceAddress.Drive address(int controller, int unit) {
    return this == IDE
        ? new DeviceAddress.Drive(0, controller, 0, unit)
        : new DeviceAddress.Drive(controller, 0, 0, unit);
  }

  /** What the keys of a disk start with. */
  String prefix(int controller, int unit) {
    return this == FLOPPY ? kind.name(unit) : kind.name(controller, unit);
  }

  /** Where the disk of a target sits; null if the target is none of this bus. */
  @Nullable DiskPlace placeOfTarget(String target, boolean superWide) {
    if (this == NVME) {
      return placeOfNamespace(target);
    }
    int index =
        target.startsWith(targetPrefix) ? DriveLetters.index(target, targetPrefix.length()) : -1;
    if (index < 0) {
      return null;
    }
    int perController = disksPerController(superWide);
    int unit = index % perController;
    int shifted = this == SCSI && unit >= ADAPTER_UNIT ? unit + 1 : unit;
    return new DiskPlace(this, index / perController, shifted);
  }

  private @Nullable DiskPlace placeOfNamespace(String target) {
    int split = target.indexOf('n', targetPrefix.length());
    if (!target.startsWith(targetPrefix) || split < 0) {
      return null;
    }
    Long controller = Section.parse(target.substring(targetPrefix.length(), split));
    Long namespace = Section.parse(target.substring(split + 1));
    return controller == null || namespace == null || controller < 0 || controller >= controllers()
        ? null
        : new DiskPlace(
            this, controller.intValue(), (int) Math.min(namespace - 1, unitsEnd(false)));
  }

  /** Where the disk of an address sits. */
  DiskPlace placeOf(DeviceAddress.Drive address) {
    return this == IDE
        ? new DiskPlace(this, address.bus(), address.unit())
        : new DiskPlace(this, address.controller(), address.unit());
  }

  /** The bus of this name; null if there is none. */
  static @Nullable DiskBus ofDomainName(String name) {
    for (DiskBus bus : values()) {
      if (bus.domainName.equals(name)) {
        return bus;
      }
    }
    return null;
  }

  /** The bus that libvirt takes a target without one for; null if it is none of VMware's. */
  static @Nullable DiskBus ofTarget(String target) {
    if (target.startsWith(NVME.targetPrefix)) {
      return NVME;
    }
    for (DiskBus bus : new DiskBus[] {SCSI, IDE, FLOPPY}) {
      if (target.startsWith(bus.targetPrefix)) {
        return bus;
      }
    }
    return null;
  }
}

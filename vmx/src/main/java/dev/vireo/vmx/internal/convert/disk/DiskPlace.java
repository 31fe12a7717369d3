package dev.vireo.vmx.internal.convert.disk;

import dev.vireo.model.domain.DeviceAddress;
import dev.vireo.model.domain.Disk;
import dev.vireo.vmx.VmxException;
import org.jspecify.annotations.Nullable;

/**
 * Where a disk sits.
 *
 * @param bus the bus
 * @param controller number of the controller; of the channel for IDE
 * @param unit number of the unit there
 */
public record DiskPlace(DiskBus bus, int controller, int unit) {

  private static final String TARGET = "devices/disk/target@dev";

  /** What the keys of the disk start with. */
  String prefix() {
    return bus.prefix(controller, unit);
  }

  /**
   * Where a disk of a domain sits: where its address says, or else its target. With an address the
   * target can be that of 15 or of 64 disks to a SCSI controller, whatever the hardware is: the
   * domain may come from another one.
   *
   * @throws VmxException if there is no such place, or address and target disagree
   */
  static DiskPlace of(Disk disk, ScsiUnits units) {
    DiskBus bus = bus(disk);
    String target = disk.target().device();
    boolean superWide = units.hasWideNames();
    DeviceAddress address = disk.info().address();
    DiskPlace place =
        address instanceof DeviceAddress.Drive drive
            ? bus.placeOf(drive)
            : units.placeOfTarget(bus, target);
    if (place == null || !bus.has(place.controller, place.unit, superWide)) {
      String nearest = bus.target(0, 0, superWide);
      throw VmxException.invalid(
          TARGET, "has to be a place at the bus " + bus.domainName(), target, nearest);
    }
    boolean agrees =
        place.equals(bus.placeOfTarget(target, false))
            || place.equals(bus.placeOfTarget(target, true));
    if (!agrees || isOnOtherBus(bus, address)) {
      throw VmxException.invalid(
          TARGET,
          "has to agree with the address of the disk",
          target,
          bus.target(place.controller, place.unit, superWide));
    }
    return place;
  }

  /** Whether the address says what VMware does not have: only the channels of IDE are buses. */
  private static boolean isOnOtherBus(DiskBus bus, @Nullable DeviceAddress address) {
    return address instanceof DeviceAddress.Drive drive
        && (bus == DiskBus.IDE ? drive.controller() : drive.bus()) != 0;
  }

  private static DiskBus bus(Disk disk) {
    String name = disk.target().bus();
    DiskBus bus =
        name == null ? DiskBus.ofTarget(disk.target().device()) : DiskBus.ofDomainName(name);
    if (bus == null) {
      throw VmxException.unsupported(
          "devices/disk/target@bus",
          "has to be scsi, sata, nvme, ide or fdc",
          String.valueOf(name),
          nearest(name));
    }
    return bus;
  }

  private static String nearest(@Nullable String bus) {
    return "virtio".equals(bus) ? "scsi" : "sata";
  }
}

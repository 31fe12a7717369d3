package dev.vireo.vmx.internal.convert.disk;

import dev.vireo.model.domain.Controller;
import dev.vireo.model.domain.DeviceAddress;
import dev.vireo.model.domain.Devices;
import dev.vireo.model.domain.Disk;
import dev.vireo.vmx.VmxException;
import dev.vireo.vmx.device.DeviceKind;
import dev.vireo.vmx.device.HardwareVersions;
import dev.vireo.vmx.internal.convert.Output;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How many disks the SCSI controllers of a domain take: PVSCSI ones 64 from hardware version 14 on,
 * others 15. libvirt names disks as if all controllers took 64 from hardware version 13 on, and as
 * if all took 15 before, so that the name of a target alone can stand for two places.
 */
public final class ScsiUnits {

  private static final int LAST_UNIT = DeviceKind.LAST_NARROW_SCSI_UNIT;

  private final boolean hasWideNames;
  private final Set<Integer> said = new HashSet<>();
  private final Set<Integer> wide = new HashSet<>();

  private ScsiUnits(boolean hasWideNames) {
    this.hasWideNames = hasWideNames;
  }

  public static ScsiUnits of(Devices devices, int hardwareVersion) {
    ScsiUnits units = new ScsiUnits(DeviceKind.hasWideScsi(hardwareVersion));
    boolean hasWide = hardwareVersion >= HardwareVersions.WIDE_PVSCSI;
    devices.controllers().forEach(controller -> units.add(controller, hasWide));
    if (hasWide) {
      devices.disks().forEach(units::addIfWide);
    }
    return units;
  }

  private void add(Controller controller, boolean hasWide) {
    Integer index = controller.index();
    if (index != null && controller.type().equals(DiskBus.SCSI.domainName())) {
      said.add(index);
      if (hasWide && ScsiModel.isParavirtual(controller.model())) {
        wide.add(index);
      }
    }
  }

  /** In older domains the disks say the model of their controller. */
  private void addIfWide(Disk disk) {
    if (disk.driver() != null
        && ScsiModel.isParavirtual(disk.driver().name())
        && disk.info().address() instanceof DeviceAddress.Drive drive) {
      wide.add(drive.controller());
    }
  }

  /** Whether libvirt takes the controllers of this hardware to have 64 units. */
  boolean hasWideNames() {
    return hasWideNames;
  }

  /**
   * The place of a target that comes without an address: that of 15 disks to a controller, unless
   * only that of 64 is there, or the domain has no controller for the one, and for the other one
   * that takes as many.
   */
  @Nullable DiskPlace placeOfTarget(DiskBus bus, String target) {
    DiskPlace narrow = bus.placeOfTarget(target, false);
    if (bus != DiskBus.SCSI || !hasWideNames) {
      return narrow;
    }
    DiskPlace wideOne = bus.placeOfTarget(target, true);
    if (narrow == null || wideOne == null) {
      return narrow;
    }
    boolean isNarrow =
        bus.has(narrow.controller(), narrow.unit(), false)
            && (said.contains(narrow.controller()) || !wide.contains(wideOne.controller()));
    return isNarrow ? narrow : wideOne;
  }

  /** Complains about a unit that the controller does not have. */
  void require(DiskPlace place, Output out) {
    if (place.bus() == DiskBus.SCSI
        && place.unit() > LAST_UNIT
        && !wide.contains(place.controller())
        && !out.keeps(place.prefix() + ".present", "true")) {
      throw VmxException.invalid(
          "devices/disk/address@unit",
          "has to be 0 to "
              + LAST_UNIT
              + ", but on controllers of model vmpvscsi and virtual hardware version "
              + HardwareVersions.WIDE_PVSCSI
              + " or newer",
          Integer.toString(place.unit()),
          Integer.toString(LAST_UNIT));
    }
  }
}

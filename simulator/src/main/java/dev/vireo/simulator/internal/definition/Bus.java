package dev.vireo.simulator.internal.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of controller that disks are on, and where the devices on it are.
 *
 * @param prefix how the names of controller and devices begin in VMX files
 * @param units how many units it has
 * @param controllers key of the first controller
 * @param slot the first controller's place on the PCI controller
 * @param devices key of the first device on the first controller
 * @param step distance between the keys of the first devices on two controllers
 */
record Bus(String prefix, int units, int controllers, int slot, int devices, int step) {

  /** How many controllers there are of a kind at most. */
  static final int CONTROLLERS = 4;

  /** Unit of a SCSI controller that the controller itself takes. */
  static final int SCSI_SELF = 7;

  static final Bus SCSI = new Bus("scsi", 65, 1000, 3, 2000, 16);
  static final Bus IDE = new Bus("ide", 2, 200, -1, 3000, 2);
  static final Bus SATA = new Bus("sata", 30, 15_000, 24, 16_000, 30);
  static final Bus NVME = new Bus("nvme", 64, 31_000, 30, 32_000, 64);

  static final List<Bus> ALL = List.of(SCSI, IDE, SATA, NVME);

  private static final int WIDE_KEYS = 131_072;
  private static final int WIDE_STEP = 256;

  /** The bus of a controller; null for one that disks cannot be on. */
  static @Nullable Bus of(HardwareDevice controller) {
    if (controller.isA("VirtualSCSIController")) {
      return SCSI;
    }
    if (controller.isA("VirtualSATAController")) {
      return SATA;
    }
    if (controller.isA("VirtualNVMEController")) {
      return NVME;
    }
    return controller.isA("VirtualIDEController") ? IDE : null;
  }

  /** The controller of this kind with a number; null for none. */
  @Nullable HardwareDevice controller(int number, List<HardwareDevice> devices) {
    for (HardwareDevice device : devices) {
      if (device.bus() == number && equals(of(device))) {
        return device;
      }
    }
    return null;
  }

  /** Whether a device can be at a unit of a controller of this kind. */
  boolean hasUnit(HardwareDevice controller, int unit) {
    boolean narrow = equals(SCSI) && !controller.type().equals("ParaVirtualSCSIController");
    return unit >= 0 && unit < (narrow ? step : units) && !(equals(SCSI) && unit == SCSI_SELF);
  }

  /** The key of a device on a controller of this kind. */
  int key(HardwareDevice controller, int unit) {
    // With more units than 16 the keys would be those of devices on the next SCSI controller.
    return equals(SCSI) && unit >= step
        ? WIDE_KEYS + WIDE_STEP * controller.bus() + unit
        : devices + step * controller.bus() + unit;
  }
}

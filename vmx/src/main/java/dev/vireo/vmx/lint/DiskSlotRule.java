package dev.vireo.vmx.lint;

import dev.vireo.vmx.HardwareVersions;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Disks are in slots that their controllers have (libvirt's vmx.c, virVMXParseDisk). */
final class DiskSlotRule implements Rule {
  private static final int ADAPTER_UNIT = 7;

  /** How many controllers of a kind there can be, and how many units each has. */
  private record Slots(int controllers, int units) {}

  private static final Map<String, Slots> SLOTS =
      Map.of(
          "scsi", new Slots(4, 16),
          "sata", new Slots(4, 30),
          "nvme", new Slots(4, 15),
          "ide", new Slots(2, 2));
  private static final Slots WIDE_SCSI = new Slots(4, 65);

  @Override
  public String name() {
    return "disk-slot";
  }

  @Override
  public void check(Machine machine, Report report) {
    for (Device device : machine.devices()) {
      Slots slots = slots(device, machine);
      if (slots == null || !device.present()) {
        continue;
      }
      if (device.number() >= slots.controllers()) {
        report.error(
            device.first(),
            "there are at most " + slots.controllers() + " " + device.family() + " controllers");
      } else if (device.unit() >= slots.units()) {
        report.error(device.first(), "the units of the controller end with " + (slots.units() - 1));
      } else if (device.family().equals("scsi") && device.unit() == ADAPTER_UNIT) {
        report.error(device.first(), "unit 7 is the SCSI controller itself");
      }
    }
  }

  /** PVSCSI controllers alone have more units, and not on old hardware. */
  private static @Nullable Slots slots(Device device, Machine machine) {
    boolean isWide =
        device.family().equals("scsi")
            && machine.hardware() >= HardwareVersions.WIDE_PVSCSI
            && machine.value("scsi" + device.number() + ".virtualdev").equalsIgnoreCase("pvscsi");
    return isWide ? WIDE_SCSI : SLOTS.get(device.family());
  }
}

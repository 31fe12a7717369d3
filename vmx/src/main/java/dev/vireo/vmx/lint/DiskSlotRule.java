package dev.vireo.vmx.lint;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Disks are in slots that their controllers have (libvirt's vmx.c, virVMXParseDisk). */
final class DiskSlotRule implements Rule {
  private static final int WIDE_SCSI_FROM = 13;
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
      Slots slots = slots(device.family(), machine.hardware());
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

  private static @Nullable Slots slots(String family, int hardware) {
    return family.equals("scsi") && hardware >= WIDE_SCSI_FROM ? WIDE_SCSI : SLOTS.get(family);
  }
}

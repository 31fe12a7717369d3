package dev.vireo.vmx.lint;

import dev.vireo.vmx.HardwareVersions;
import dev.vireo.vmx.internal.convert.DiskSlots;

/** Disks are in slots that their controllers have (libvirt's vmx.c, virVMXParseDisk). */
final class DiskSlotRule implements Rule {
  private static final LintRule ABOUT =
      new LintRule("disk-slot", Severity.ERROR, "disks are at units that their controllers have");
  private static final String SCSI = "scsi";
  private static final int ADAPTER_UNIT = 7;

  private static final int LAST_NARROW_UNIT = 15;

  @Override
  public LintRule about() {
    return ABOUT;
  }

  @Override
  public void check(Machine machine, Report report) {
    for (Device device : machine.devices()) {
      if (!device.present() || !(device.isDisk() || device.isController())) {
        continue;
      }
      DiskSlots slots = DiskSlots.of(device.family(), machine.hardware());
      if (device.number() >= slots.controllers()) {
        report.error(
            device.first(),
            "there are at most " + slots.controllers() + " " + device.family() + " controllers");
      } else if (device.unit() >= slots.units()) {
        report.error(device.first(), "the units of the controller end with " + (slots.units() - 1));
      } else if (device.family().equals(SCSI)) {
        checkScsi(device, machine, report);
      }
    }
  }

  private static void checkScsi(Device device, Machine machine, Report report) {
    if (device.unit() == ADAPTER_UNIT) {
      report.error(device.first(), "unit 7 is the SCSI controller itself");
    } else if (device.unit() > LAST_NARROW_UNIT) {
      String model = machine.value(SCSI + device.number() + ".virtualdev");
      if (!model.equalsIgnoreCase("pvscsi")) {
        report.error(
            device.first(),
            "units above " + LAST_NARROW_UNIT + " are those of PVSCSI controllers alone");
      } else if (machine.hardware() < HardwareVersions.WIDE_PVSCSI) {
        report.info(
            device.first(),
            "VMware documents units above "
                + LAST_NARROW_UNIT
                + " for virtual hardware of version "
                + HardwareVersions.WIDE_PVSCSI
                + " and later");
      }
    }
  }
}

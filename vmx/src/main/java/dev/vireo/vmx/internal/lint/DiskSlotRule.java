package dev.vireo.vmx.internal.lint;

import dev.vireo.vmx.device.DeviceKind;
import dev.vireo.vmx.device.HardwareVersions;
import dev.vireo.vmx.lint.LintRule;
import dev.vireo.vmx.lint.Severity;

/** Disks are in slots that their controllers have (libvirt's vmx.c, virVMXParseDisk). */
public final class DiskSlotRule implements Rule {
  private static final LintRule ABOUT =
      new LintRule("disk-slot", Severity.ERROR, "disks are at units that their controllers have");
  private static final int LAST_NARROW_UNIT = DeviceKind.LAST_NARROW_SCSI_UNIT;

  @Override
  public LintRule about() {
    return ABOUT;
  }

  @Override
  public void check(Machine machine, Report report) {
    for (MachineDevice device : machine.devices()) {
      if (!device.present() || !(device.isDisk() || device.isController())) {
        continue;
      }
      DeviceKind kind = device.kind();
      int controllers = kind.mostRead();
      int units = kind.unitsEnd(machine.hardware());
      if (device.number() >= controllers) {
        report.error(
            device.first(),
            "there are at most " + controllers + " " + kind.family() + " controllers");
      } else if (device.unit() >= units) {
        report.error(device.first(), "the units of the controller end with " + (units - 1));
      } else if (kind == DeviceKind.SCSI) {
        checkScsi(device, machine, report);
      }
    }
  }

  private static void checkScsi(MachineDevice device, Machine machine, Report report) {
    if (device.unit() == DeviceKind.SCSI_ADAPTER_UNIT) {
      report.error(
          device.first(),
          "unit " + DeviceKind.SCSI_ADAPTER_UNIT + " is the SCSI controller itself");
    } else if (device.unit() > LAST_NARROW_UNIT) {
      String model = machine.value(DeviceKind.SCSI.name(device.number()) + ".virtualdev");
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

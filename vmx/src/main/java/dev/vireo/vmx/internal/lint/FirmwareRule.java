package dev.vireo.vmx.internal.lint;

import dev.vireo.vmx.VmxEntry;
import dev.vireo.vmx.device.HardwareLimits;
import dev.vireo.vmx.device.HardwareVersions;
import dev.vireo.vmx.lint.LintRule;
import dev.vireo.vmx.lint.Severity;

/**
 * Secure boot and a virtual TPM have the firmware and the virtual hardware they need. Source of the
 * versions: as {@link HardwareLimits}, and libvirt's virVMXFormatConfig for the TPM.
 */
public final class FirmwareRule implements Rule {
  private static final LintRule ABOUT =
      new LintRule(
          "firmware",
          Severity.ERROR,
          "secure boot and a TPM have the firmware and hardware they need");

  @Override
  public LintRule about() {
    return ABOUT;
  }

  @Override
  public void check(Machine machine, Report report) {
    boolean efi = machine.value("firmware").equalsIgnoreCase("efi");
    VmxEntry firmware = machine.entry("firmware");
    if (efi && firmware != null) {
      checkVersion(machine, report, Severity.INFO, firmware, "EFI", HardwareVersions.EFI);
    }
    checkNeeds(
        machine, report, "uefi.secureboot.enabled", "secure boot", HardwareVersions.SECURE_BOOT);
    checkNeeds(machine, report, "vtpm.present", "a virtual TPM", HardwareVersions.TPM);
  }

  private static void checkNeeds(
      Machine machine, Report report, String key, String what, int since) {
    VmxEntry entry = machine.entry(key);
    if (entry == null || !machine.isTrue(key)) {
      return;
    }
    if (!machine.value("firmware").equalsIgnoreCase("efi")) {
      report.error(entry, what + " needs firmware = \"efi\"");
    }
    checkVersion(machine, report, Severity.ERROR, entry, what, since);
  }

  private static void checkVersion(
      Machine machine, Report report, Severity severity, VmxEntry entry, String what, int since) {
    int hardware = machine.hardware();
    if (hardware > 0 && hardware < since) {
      report.add(
          severity,
          entry,
          what
              + " needs virtual hardware of version "
              + since
              + ", and the machine has "
              + hardware);
    }
  }
}

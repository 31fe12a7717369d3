package dev.vireo.vmx.internal.lint;

import dev.vireo.vmx.VmxEntry;
import dev.vireo.vmx.device.HardwareVersions;
import dev.vireo.vmx.lint.LintRule;
import dev.vireo.vmx.lint.Severity;
import java.util.OptionalLong;

/** The versions that must be there are, and are known. */
public final class VersionRule implements Rule {
  private static final LintRule ABOUT =
      new LintRule(
          "version",
          Severity.ERROR,
          "the versions of file and virtual hardware are there, and known");

  private static final long FORMAT = 8;

  @Override
  public LintRule about() {
    return ABOUT;
  }

  @Override
  public void check(Machine machine, Report report) {
    VmxEntry format = machine.entry("config.version");
    if (format == null) {
      report.missing(Severity.ERROR, "config.version", "'config.version = \"8\"' is missing");
    } else {
      checkFormat(format, machine.integer("config.version").orElse(FORMAT), report);
    }
    VmxEntry hardware = machine.entry("virtualhw.version");
    if (hardware == null) {
      report.missing(
          Severity.ERROR, "virtualHW.version", "the version of the virtual hardware is missing");
      return;
    }
    OptionalLong version = machine.integer("virtualhw.version");
    if (version.isEmpty()) {
      return;
    }
    if (version.getAsLong() < HardwareVersions.OLDEST) {
      report.info(hardware, "libvirt reads no virtual hardware older than version 4");
    } else if (version.getAsLong() > HardwareVersions.NEWEST) {
      report.warning(
          hardware,
          "no virtual hardware newer than version " + HardwareVersions.NEWEST + " is known");
    }
  }

  private static void checkFormat(VmxEntry entry, long version, Report report) {
    if (version > FORMAT) {
      report.error(entry, "the version of the file must be " + FORMAT);
    } else if (version < FORMAT) {
      report.info(entry, "libvirt reads no file of another version than " + FORMAT);
    }
  }
}

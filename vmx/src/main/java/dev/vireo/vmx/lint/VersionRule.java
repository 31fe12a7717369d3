package dev.vireo.vmx.lint;

import dev.vireo.vmx.VmxEntry;
import java.util.OptionalLong;

/** The versions that must be there are, and are known. */
final class VersionRule implements Rule {

  @Override
  public String name() {
    return "version";
  }

  @Override
  public void check(Machine machine, Report report) {
    VmxEntry format = machine.entry("config.version");
    if (format == null) {
      report.missing(Severity.ERROR, "config.version", "'config.version = \"8\"' is missing");
    } else if (machine.integer("config.version").orElse(8) != 8) {
      report.error(format, "the version of the file must be 8");
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
    if (version.getAsLong() < HardwareLimits.OLDEST) {
      report.error(hardware, "libvirt reads no virtual hardware older than version 4");
    } else if (version.getAsLong() > HardwareLimits.NEWEST) {
      report.warning(
          hardware,
          "no virtual hardware newer than version " + HardwareLimits.NEWEST + " is known");
    }
  }
}

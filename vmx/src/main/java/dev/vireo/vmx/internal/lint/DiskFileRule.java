package dev.vireo.vmx.internal.lint;

import dev.vireo.vmx.VmxEntry;
import dev.vireo.vmx.lint.LintRule;
import dev.vireo.vmx.lint.Severity;
import java.util.Locale;

/** Disks say in what file they are, but for those that the client lends. Drives may be empty. */
public final class DiskFileRule implements Rule {
  private static final LintRule ABOUT =
      new LintRule("disk-file", Severity.ERROR, "disks name their files");

  @Override
  public LintRule about() {
    return ABOUT;
  }

  @Override
  public void check(Machine machine, Report report) {
    for (MachineDevice device : machine.devices()) {
      if (!device.present()
          || !device.isDisk()
          || machine.isTrue(device.name() + ".clientdevice")) {
        continue;
      }
      VmxEntry file = machine.entry(device.name() + ".filename");
      String type = machine.value(device.name() + ".devicetype").toLowerCase(Locale.ROOT);
      if (type.contains("cdrom")) {
        continue; // A drive may be empty.
      }
      if (file == null) {
        report.error(device.first(), "'" + device.name() + ".fileName' is missing");
      } else if (file.value().isEmpty()) {
        report.error(file, "the name of the file is empty");
      }
    }
  }
}

package dev.vireo.vmx.lint;

import dev.vireo.vmx.VmxEntry;
import java.util.Locale;

/** Disks and drives say what is in them, but for those that the client lends. */
final class DiskFileRule implements Rule {

  @Override
  public String name() {
    return "disk-file";
  }

  @Override
  public void check(Machine machine, Report report) {
    for (Device device : machine.devices()) {
      if (!device.present()
          || machine.isTrue(device.name() + ".clientdevice")
          || !(device.isDisk() || device.family().equals("floppy"))) {
        continue;
      }
      VmxEntry file = machine.entry(device.name() + ".filename");
      String type = machine.value(device.name() + ".devicetype").toLowerCase(Locale.ROOT);
      if (file == null) {
        report.error(device.first(), "'" + device.name() + ".fileName' is missing");
      } else if (file.value().isEmpty() && !type.contains("cdrom")) {
        report.error(file, "the name of the file is empty");
      }
    }
  }
}

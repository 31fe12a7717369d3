package dev.vireo.vmx.internal.lint;

import dev.vireo.vmx.VmxEntry;
import dev.vireo.vmx.lint.LintRule;
import dev.vireo.vmx.lint.Severity;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** No disk is there twice in a machine. */
public final class SameDiskRule implements Rule {
  private static final LintRule ABOUT =
      new LintRule("same-disk", Severity.ERROR, "no disk is there twice");

  @Override
  public LintRule about() {
    return ABOUT;
  }

  @Override
  public void check(Machine machine, Report report) {
    Map<String, VmxEntry> seen = new HashMap<>();
    for (MachineDevice device : machine.devices()) {
      VmxEntry file = machine.entry(device.name() + ".filename");
      if (!device.isDisk() || !device.present() || file == null) {
        continue;
      }
      if (file.value().toLowerCase(Locale.ROOT).endsWith(".vmdk")) {
        VmxEntry other = seen.putIfAbsent(file.value(), file);
        if (other != null) {
          report.error(file, "the disk is that of '" + other.key() + "' too");
        }
      }
    }
  }
}

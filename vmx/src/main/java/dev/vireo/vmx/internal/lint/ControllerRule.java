package dev.vireo.vmx.internal.lint;

import dev.vireo.vmx.lint.LintRule;
import dev.vireo.vmx.lint.Severity;
import java.util.HashSet;
import java.util.Set;

/** Disks are on controllers that the machine has, and controllers have disks. */
public final class ControllerRule implements Rule {
  private static final LintRule ABOUT =
      new LintRule("controller", Severity.ERROR, "disks are at controllers that are present");

  @Override
  public LintRule about() {
    return ABOUT;
  }

  @Override
  public void check(Machine machine, Report report) {
    Set<String> used = new HashSet<>();
    for (MachineDevice device : machine.devices()) {
      if (!device.isDisk() || !device.present()) {
        continue;
      }
      String controller = device.kind().name(device.number());
      used.add(controller);
      if (!device.kind().isAlwaysThere() && !machine.isTrue(controller + ".present")) {
        report.error(
            device.first(), "the disk is lost, for '" + controller + ".present' is not TRUE");
      }
    }
    for (MachineDevice device : machine.devices()) {
      if (device.isController() && device.present() && !used.contains(device.name())) {
        report.info(device.first(), "the controller has no disks, and libvirt may leave it out");
      }
    }
  }
}

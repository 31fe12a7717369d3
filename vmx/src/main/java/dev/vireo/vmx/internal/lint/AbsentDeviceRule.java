package dev.vireo.vmx.internal.lint;

import dev.vireo.vmx.lint.LintRule;
import dev.vireo.vmx.lint.Severity;
import java.util.List;

/**
 * What is said of a device is said of one that the machine has, or says it has not. Keys that
 * VMware itself leaves behind, such as {@code redo} and {@code pciSlotNumber}, say nothing of a
 * device.
 */
public final class AbsentDeviceRule implements Rule {
  private static final LintRule ABOUT =
      new LintRule(
          "absent-device",
          Severity.WARNING,
          "devices that are described are said to be present, or not to be");

  private static final List<String> DESCRIPTIONS =
      List.of(
          "filename",
          "devicetype",
          "filetype",
          "virtualdev",
          "networkname",
          "connectiontype",
          "dvs.switchid",
          "address",
          "generatedaddress");

  @Override
  public LintRule about() {
    return ABOUT;
  }

  @Override
  public void check(Machine machine, Report report) {
    for (MachineDevice device : machine.devices()) {
      if (machine.entry(device.name() + ".present") != null || !isDescribed(machine, device)) {
        continue;
      }
      if (device.present()) {
        report.info(
            device.first(),
            "VMware has the drive and libvirt has not, for '"
                + device.name()
                + ".present' is missing");
      } else {
        report.warning(
            device.first(),
            "the device is ignored, for '" + device.name() + ".present' is missing");
      }
    }
  }

  private static boolean isDescribed(Machine machine, MachineDevice device) {
    return DESCRIPTIONS.stream()
        .anyMatch(name -> !machine.value(device.name() + "." + name).isEmpty());
  }
}

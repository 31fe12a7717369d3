package dev.vireo.vmx.lint;

/** What is said of a device is said of one that the machine has, or says it has not. */
final class AbsentDeviceRule implements Rule {

  @Override
  public String name() {
    return "absent-device";
  }

  @Override
  public void check(Machine machine, Report report) {
    for (Device device : machine.devices()) {
      if (machine.entry(device.name() + ".present") == null) {
        report.warning(
            device.first(),
            "the device is ignored, for '" + device.name() + ".present' is missing");
      }
    }
  }
}

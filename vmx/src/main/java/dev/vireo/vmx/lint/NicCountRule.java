package dev.vireo.vmx.lint;

/** There are no more network adapters than the virtual hardware can have. */
final class NicCountRule implements Rule {
  private static final LintRule ABOUT =
      new LintRule(
          "nic-count",
          Severity.ERROR,
          "there are not more network adapters than the virtual hardware has");

  @Override
  public LintRule about() {
    return ABOUT;
  }

  @Override
  public void check(Machine machine, Report report) {
    HardwareLimits limits = HardwareLimits.of(machine.hardware());
    if (limits == null) {
      return;
    }
    int nics = 0;
    for (Device device : machine.devices()) {
      if (device.isNic() && device.present() && ++nics > limits.nics()) {
        report.error(
            device.first(),
            "virtual hardware of version "
                + machine.hardware()
                + " has at most "
                + limits.nics()
                + " network adapters");
      }
    }
  }
}

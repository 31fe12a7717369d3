package dev.vireo.vmx.lint;

/** There are no more network adapters than the virtual hardware can have. */
final class NicCountRule implements Rule {

  @Override
  public String name() {
    return "nic-count";
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

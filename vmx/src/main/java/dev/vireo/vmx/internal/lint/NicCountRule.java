package dev.vireo.vmx.internal.lint;

import dev.vireo.vmx.device.DeviceKind;
import dev.vireo.vmx.device.HardwareLimits;
import dev.vireo.vmx.lint.LintRule;
import dev.vireo.vmx.lint.Severity;

/** There are no more network adapters than the virtual hardware can have. */
public final class NicCountRule implements Rule {
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
    if (HardwareLimits.of(machine.hardware()) == null) {
      return; // a version that nothing is known of
    }
    int most = DeviceKind.ETHERNET.most(machine.hardware());
    int nics = 0;
    for (MachineDevice device : machine.devices()) {
      if (device.isNic() && device.present() && ++nics > most) {
        report.error(
            device.first(),
            "virtual hardware of version "
                + machine.hardware()
                + " has at most "
                + most
                + " network adapters");
      }
    }
  }
}

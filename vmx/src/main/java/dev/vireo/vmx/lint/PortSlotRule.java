package dev.vireo.vmx.lint;

import java.util.Map;

/** Drives and ports have numbers that machines have. */
final class PortSlotRule implements Rule {
  private static final LintRule ABOUT =
      new LintRule(
          "port-slot", Severity.WARNING, "floppy drives and ports are not more than machines have");

  /** Source: VMware's configuration maximums. libvirt's are fewer, and told by conversions. */
  private static final Map<String, Integer> MOST = Map.of("floppy", 2, "parallel", 3, "serial", 32);

  @Override
  public LintRule about() {
    return ABOUT;
  }

  @Override
  public void check(Machine machine, Report report) {
    for (Device device : machine.devices()) {
      Integer most = MOST.get(device.family());
      if (most != null && device.present() && device.number() >= most) {
        report.warning(
            device.first(),
            "the device is ignored, for the numbers of "
                + device.family()
                + " devices end with "
                + (most - 1));
      }
    }
  }
}

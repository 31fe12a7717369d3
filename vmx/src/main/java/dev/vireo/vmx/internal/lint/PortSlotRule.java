package dev.vireo.vmx.internal.lint;

import dev.vireo.vmx.device.DeviceKind;
import dev.vireo.vmx.lint.LintRule;
import dev.vireo.vmx.lint.Severity;
import java.util.EnumSet;
import java.util.Set;

/** Drives and ports have numbers that machines have. */
public final class PortSlotRule implements Rule {
  private static final LintRule ABOUT =
      new LintRule(
          "port-slot", Severity.WARNING, "floppy drives and ports are not more than machines have");

  private static final Set<DeviceKind> KINDS =
      EnumSet.of(DeviceKind.FLOPPY, DeviceKind.PARALLEL, DeviceKind.SERIAL);

  @Override
  public LintRule about() {
    return ABOUT;
  }

  @Override
  public void check(Machine machine, Report report) {
    for (MachineDevice device : machine.devices()) {
      // libvirt's are fewer, and told by conversions.
      int most = device.kind().most(machine.hardware());
      if (KINDS.contains(device.kind()) && device.present() && device.number() >= most) {
        report.warning(
            device.first(),
            "the device is ignored, for the numbers of "
                + device.kind().family()
                + " devices end with "
                + (most - 1));
      }
    }
  }
}

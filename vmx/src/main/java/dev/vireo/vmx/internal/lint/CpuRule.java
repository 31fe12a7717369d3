package dev.vireo.vmx.internal.lint;

import dev.vireo.vmx.VmxEntry;
import dev.vireo.vmx.device.HardwareLimits;
import dev.vireo.vmx.lint.LintRule;
import dev.vireo.vmx.lint.Severity;
import java.util.OptionalLong;

/** The number of virtual CPUs is one that the virtual hardware and libvirt can have. */
public final class CpuRule implements Rule {
  private static final LintRule ABOUT =
      new LintRule(
          "cpu",
          Severity.ERROR,
          "the number of virtual CPUs is one that the virtual hardware can have");
  // Old hardware is that of the products of libvirt 4.0's time, which took 1 or an even number.
  private static final int ODD_ALLOWED_FROM = 8;

  @Override
  public LintRule about() {
    return ABOUT;
  }

  @Override
  public void check(Machine machine, Report report) {
    VmxEntry entry = machine.entry("numvcpus");
    OptionalLong number = machine.integer("numvcpus");
    if (entry == null || number.isEmpty()) {
      return;
    }
    long cpus = number.getAsLong();
    int hardware = machine.hardware();
    if (cpus <= 0) {
      report.error(entry, "the machine must have at least one virtual CPU");
    } else if (cpus > 1 && cpus % 2 == 1 && hardware > 0 && hardware < ODD_ALLOWED_FROM) {
      report.info(entry, "libvirt before 4.5.0 refuses an odd number of virtual CPUs other than 1");
    }
    HardwareLimits limits = HardwareLimits.of(hardware);
    if (limits != null && cpus > limits.cpus()) {
      report.warning(
          entry,
          "virtual hardware of version "
              + hardware
              + " has at most "
              + limits.cpus()
              + " virtual CPUs");
    }
  }
}

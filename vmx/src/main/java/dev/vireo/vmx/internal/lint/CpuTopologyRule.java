package dev.vireo.vmx.internal.lint;

import dev.vireo.vmx.VmxEntry;
import dev.vireo.vmx.device.HardwareLimits;
import dev.vireo.vmx.lint.LintRule;
import dev.vireo.vmx.lint.Severity;
import java.util.OptionalLong;

/** The virtual CPUs fill their sockets. */
public final class CpuTopologyRule implements Rule {
  private static final LintRule ABOUT =
      new LintRule("cpu-topology", Severity.ERROR, "the virtual CPUs fill their sockets");

  /** The first virtual hardware for which 0 leaves the sockets to the host: that of ESXi 8.0. */
  private static final int CHOSEN_BY_HOST_FROM = 20;

  @Override
  public LintRule about() {
    return ABOUT;
  }

  @Override
  public void check(Machine machine, Report report) {
    VmxEntry entry = machine.entry("cpuid.corespersocket");
    OptionalLong number = machine.integer("cpuid.corespersocket");
    if (entry == null || number.isEmpty()) {
      return;
    }
    long cores = number.getAsLong();
    if (cores == 0 && machine.hardware() >= CHOSEN_BY_HOST_FROM) {
      return;
    }
    if (cores <= 0) {
      report.error(entry, "a socket must have at least one core");
    } else if (machine.cpus() % cores != 0) {
      report.error(
          entry,
          "the number of virtual CPUs, "
              + machine.cpus()
              + ", is not a multiple of the cores per socket, "
              + cores);
    }
    HardwareLimits limits = HardwareLimits.of(machine.hardware());
    if (limits != null && cores > limits.coresPerSocket()) {
      report.warning(
          entry,
          "virtual hardware of version "
              + machine.hardware()
              + " has at most "
              + limits.coresPerSocket()
              + " cores per socket");
    }
  }
}

package dev.vireo.vmx.lint;

import dev.vireo.vmx.VmxEntry;
import java.util.OptionalLong;

/** The virtual CPUs fill their sockets. */
final class CpuTopologyRule implements Rule {

  @Override
  public String name() {
    return "cpu-topology";
  }

  @Override
  public void check(Machine machine, Report report) {
    VmxEntry entry = machine.entry("cpuid.corespersocket");
    OptionalLong number = machine.integer("cpuid.corespersocket");
    if (entry == null || number.isEmpty()) {
      return;
    }
    long cores = number.getAsLong();
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

package dev.vireo.vmx.internal.lint;

import dev.vireo.vmx.VmxEntry;
import dev.vireo.vmx.device.HardwareLimits;
import dev.vireo.vmx.lint.LintRule;
import dev.vireo.vmx.lint.Severity;
import java.util.OptionalLong;

/** The memory is said, a multiple of 4 MB, and not more than the virtual hardware can have. */
public final class MemoryRule implements Rule {
  private static final LintRule ABOUT =
      new LintRule(
          "memory",
          Severity.ERROR,
          "the memory is a multiple of 4 MB that the virtual hardware can have");

  @Override
  public LintRule about() {
    return ABOUT;
  }

  @Override
  public void check(Machine machine, Report report) {
    VmxEntry entry = machine.entry("memsize");
    if (entry == null) {
      report.missing(
          Severity.WARNING, "memsize", "the memory is missing, so the machine has 32 MB");
      return;
    }
    OptionalLong size = machine.integer("memsize");
    if (size.isEmpty()) {
      return;
    }
    long megabytes = size.getAsLong();
    if (megabytes <= 0) {
      report.error(entry, "the memory must be more than 0 MB");
    } else if (megabytes % 4 != 0) {
      report.error(
          entry, "the memory must be a multiple of 4 MB, and " + megabytes + " MB is none");
    }
    HardwareLimits limits = HardwareLimits.of(machine.hardware());
    if (limits != null && megabytes > limits.memory() * 1024) {
      report.warning(
          entry,
          "virtual hardware of version "
              + machine.hardware()
              + " has at most "
              + limits.memory()
              + " GB of memory");
    }
  }
}

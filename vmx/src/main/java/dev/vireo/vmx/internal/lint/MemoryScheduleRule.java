package dev.vireo.vmx.internal.lint;

import dev.vireo.vmx.VmxEntry;
import dev.vireo.vmx.lint.LintRule;
import dev.vireo.vmx.lint.Severity;
import java.util.OptionalLong;

/** The limit and the guarantee of memory go with the memory. */
public final class MemoryScheduleRule implements Rule {
  private static final LintRule ABOUT =
      new LintRule(
          "memory-schedule",
          Severity.WARNING,
          "the guarantee and the limit of memory go with the memory");
  private static final long DEFAULT_MEGABYTES = 32;

  @Override
  public LintRule about() {
    return ABOUT;
  }

  @Override
  public void check(Machine machine, Report report) {
    long size = machine.integer("memsize").orElse(DEFAULT_MEGABYTES);
    VmxEntry guaranteed = machine.entry("sched.mem.minsize");
    if (guaranteed != null && machine.integer("sched.mem.minsize").orElse(0) > size) {
      report.warning(guaranteed, "more memory is guaranteed than the machine has, " + size + " MB");
    }
    VmxEntry limit = machine.entry("sched.mem.max");
    OptionalLong most = machine.integer("sched.mem.max");
    if (limit != null && most.isPresent() && most.getAsLong() >= 0 && most.getAsLong() < size) {
      report.info(
          limit, "the machine gets less memory than it has, " + size + " MB, and will swap");
    }
  }
}

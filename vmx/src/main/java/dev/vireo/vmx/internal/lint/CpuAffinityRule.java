package dev.vireo.vmx.internal.lint;

import dev.vireo.vmx.VmxEntry;
import dev.vireo.vmx.lint.LintRule;
import dev.vireo.vmx.lint.Severity;
import java.util.List;
import java.util.regex.Pattern;

/** The affinity names as many CPUs as libvirt wants (virVMXParseConfig, sched.cpu.affinity). */
public final class CpuAffinityRule implements Rule {
  private static final LintRule ABOUT =
      new LintRule(
          "cpu-affinity", Severity.ERROR, "the CPU affinity is all, or a list of enough CPUs");
  private static final Pattern COMMA = Pattern.compile(",");
  private static final Pattern NUMBER = Pattern.compile("\\s*\\d{1,9}\\s*");
  private static final int CPUS = 1024;

  @Override
  public LintRule about() {
    return ABOUT;
  }

  @Override
  public void check(Machine machine, Report report) {
    VmxEntry entry = machine.entry("sched.cpu.affinity");
    if (entry == null || entry.value().equalsIgnoreCase("all")) {
      return;
    }
    List<String> numbers = List.of(COMMA.split(entry.value(), -1));
    if (!numbers.stream().allMatch(number -> NUMBER.matcher(number).matches())) {
      report.error(entry, "the affinity must be 'all' or numbers with commas between them");
      return;
    }
    if (numbers.stream().anyMatch(number -> Integer.parseInt(number.trim()) >= CPUS)) {
      report.info(entry, "libvirt takes no numbers of CPUs from " + CPUS + " on");
    }
    if (numbers.size() < machine.cpus()) {
      report.info(
          entry,
          "libvirt refuses the machine, for the affinity names "
              + numbers.size()
              + " CPUs, fewer than the machine has virtual ones, "
              + machine.cpus());
    }
  }
}

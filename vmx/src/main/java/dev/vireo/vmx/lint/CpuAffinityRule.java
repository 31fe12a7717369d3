package dev.vireo.vmx.lint;

import dev.vireo.vmx.VmxEntry;
import java.util.List;
import java.util.regex.Pattern;

/** The affinity names as many CPUs as libvirt wants (virVMXParseConfig, sched.cpu.affinity). */
final class CpuAffinityRule implements Rule {
  private static final Pattern COMMA = Pattern.compile(",");
  private static final Pattern NUMBER = Pattern.compile("\\s*\\d{1,9}\\s*");
  private static final int CPUS = 1024;

  @Override
  public String name() {
    return "cpu-affinity";
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
      report.error(entry, "the numbers of the affinity must be less than " + CPUS);
    }
    if (numbers.size() < machine.cpus()) {
      report.error(
          entry,
          "the affinity names "
              + numbers.size()
              + " CPUs, fewer than the machine has virtual ones, "
              + machine.cpus());
    }
  }
}

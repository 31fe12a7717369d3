package dev.vireo.vmx.internal.convert;

import dev.vireo.model.domain.Cpu;
import dev.vireo.model.domain.CpuTuning;
import dev.vireo.model.domain.DomainDefinition;
import dev.vireo.model.domain.DomainDefinitionBuilder;
import dev.vireo.model.domain.Vcpus;
import dev.vireo.model.xml.Extras;
import dev.vireo.vmx.VmxEntry;
import dev.vireo.vmx.VmxException;
import dev.vireo.vmx.device.HardwareVersions;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Virtual processors: how many, how arranged, where they run and with which share. */
final class Processors {

  private static final String COUNT = "numvcpus";
  private static final String CORES = "cpuid.coresPerSocket";
  private static final String AFFINITY = "sched.cpu.affinity";
  private static final String SHARES = "sched.cpu.shares";
  private static final long MAX_COUNT = 1 << 20;

  private Processors() {}

  static void read(Reading reading, DomainDefinitionBuilder domain) {
    Section file = reading.general();
    int count = readCount(file);
    domain.vcpus(new Vcpus(count, null, readAffinity(file, count), "static"));
    domain.cpu(readTopology(file, count));
    Long shares = readShares(file, count);
    if (shares != null) {
      domain.cpuTuning(new CpuTuning(shares, Extras.NONE));
    }
  }

  private static int readCount(Section file) {
    VmxEntry entry = file.entry(COUNT);
    if (entry == null) {
      return 1;
    }
    Long count = Section.parse(entry.value().strip());
    if (count == null || count <= 0 || count > MAX_COUNT) {
      throw new VmxException(
          VmxException.Kind.INVALID,
          entry.line(),
          entry.key(),
          "has to be a number above 0",
          entry.value(),
          null);
    }
    return count.intValue();
  }

  private static @Nullable Cpu readTopology(Section file, int count) {
    long cores = file.whole(CORES, 0);
    if (cores <= 1) {
      return null;
    }
    if (cores > count || count % cores != 0) {
      file.warn(CORES, "does not divide the " + count + " CPUs and was left out");
      return null;
    }
    Cpu.Topology topology = new Cpu.Topology((int) (count / cores), 1, null, (int) cores, 1);
    return new Cpu(null, null, null, null, null, topology, List.of(), Extras.NONE);
  }

  private static @Nullable String readAffinity(Section file, int count) {
    String text = file.text(AFFINITY);
    if (text == null || text.equalsIgnoreCase("all")) {
      return null;
    }
    BitSet cpus = CpuSet.parseList(text);
    if (cpus == null || cpus.isEmpty()) {
      file.warn(AFFINITY, "has to be a list of CPU numbers and was left out");
      return null;
    }
    if (cpus.cardinality() < count) {
      file.warn(AFFINITY, "should name at least as many CPUs as the machine has, " + count);
    }
    return CpuSet.formatRanges(cpus);
  }

  private static @Nullable Long readShares(Section file, int count) {
    String text = file.text(SHARES);
    if (text == null) {
      return null;
    }
    for (ShareLevel level : ShareLevel.values()) {
      if (level.text.equalsIgnoreCase(text)) {
        return level.shares(count);
      }
    }
    Long shares = Section.parse(text.strip());
    if (shares == null || shares < 0) {
      file.warn(SHARES, "has to be a number or low, normal or high and was left out");
      return null;
    }
    return shares;
  }

  /** Shares per processor of the levels that VMware names. */
  private enum ShareLevel {
    LOW(500),
    NORMAL(1000),
    HIGH(2000);

    private final int perCpu;
    private final String text;

    ShareLevel(int perCpu) {
      this.perCpu = perCpu;
      text = name().toLowerCase(Locale.ROOT);
    }

    private long shares(int count) {
      return (long) perCpu * count;
    }
  }

  static void plan(Plan plan) {
    DomainDefinition domain = plan.domain();
    CpuTuning tuning = domain.cpuTuning();
    Long shares = tuning == null ? null : tuning.shares();
    Cpu cpu = domain.cpu();
    if (cpu != null && (cpu.model() != null || !cpu.features().isEmpty())) {
      plan.warn("cpu", "has a model or features, which VMX does not hold");
    }
    plan.add(
        "processors",
        Arrays.asList(
            domain.vcpus().maximum(),
            domain.vcpus().current(),
            domain.vcpus().cpuset(),
            cpu == null ? null : cpu.topology(),
            cpu == null ? null : cpu.mode(),
            shares),
        out -> write(domain.vcpus(), cpu, shares, plan.target().hardwareVersion(), out));
  }

  private static void write(
      Vcpus vcpus, @Nullable Cpu cpu, @Nullable Long shares, int hardware, Output out) {
    int count = vcpus.maximum();
    Integer current = vcpus.current();
    if (current != null && current != count) {
      throw VmxException.unsupported(
          "vcpu@current",
          "has to be the number of CPUs",
          current.toString(),
          Integer.toString(count));
    }
    if (hardware < HardwareVersions.PCIE
        && count > 1
        && count % 2 != 0
        && !out.keeps(COUNT, Integer.toString(count))) {
      throw VmxException.invalid(
          "vcpu",
          "has to be 1 or a multiple of 2 on virtual hardware older than version "
              + HardwareVersions.PCIE,
          Integer.toString(count),
          Integer.toString(count + 1));
    }
    out.set(COUNT, count);
    if (cpu != null) {
      writeTopology(cpu, count, out);
    }
    if (cpu == null || cpu.topology() == null) {
      dropCores(out);
    }
    writeAffinity(vcpus.cpuset(), count, out);
    if (shares != null) {
      // The words depend on the number of CPUs, but are of their own all the same.
      out.about("shares", shares, () -> out.set(SHARES, sharesText(shares, count)));
    }
  }

  /**
   * Cores that did not divide the old number of CPUs were not shown, but may divide the new one.
   */
  private static void dropCores(Output out) {
    String there = out.before(CORES);
    Long cores = there == null ? null : Section.parse(there.strip());
    if (cores != null && cores > 1) {
      out.drop(CORES);
    }
  }

  private static void writeTopology(Cpu cpu, int count, Output out) {
    String mode = cpu.mode();
    if (mode != null && !mode.equals("custom")) {
      throw VmxException.unsupported("cpu@mode", "has to be custom", mode, "custom");
    }
    Cpu.Topology topology = cpu.topology();
    if (topology == null) {
      return;
    }
    requireOne("cpu/topology@threads", topology.threads());
    requireOne("cpu/topology@dies", topology.dies());
    requireOne("cpu/topology@clusters", topology.clusters());
    if ((long) topology.sockets() * topology.cores() != count) {
      int cores = topology.cores();
      throw VmxException.unsupported(
          "cpu/topology",
          "has to have as many cores as the domain has CPUs, " + count,
          topology.sockets() + " x " + cores,
          cores > 0 && count % cores == 0 ? count / cores + " x " + cores : null);
    }
    out.set(CORES, topology.cores());
  }

  private static void requireOne(String element, @Nullable Integer number) {
    if (number != null && number != 1) {
      throw VmxException.unsupported(element, "has to be 1", number.toString(), "1");
    }
  }

  private static void writeAffinity(@Nullable String cpuset, int count, Output out) {
    if (cpuset == null || cpuset.isBlank()) {
      return;
    }
    BitSet cpus = CpuSet.parseRanges(cpuset);
    if (cpus == null) {
      throw VmxException.invalid("vcpu@cpuset", "has to be a set of CPUs", cpuset, null);
    }
    String list = CpuSet.formatList(cpus);
    if (cpus.cardinality() < count && !out.keeps(AFFINITY, list)) {
      throw VmxException.invalid(
          "vcpu@cpuset",
          "has to have at least as many CPUs as the domain, " + count,
          cpuset,
          "0-" + (count - 1));
    }
    out.set(AFFINITY, list);
  }

  private static String sharesText(long shares, int count) {
    for (ShareLevel level : ShareLevel.values()) {
      if (level.shares(count) == shares) {
        return level.text;
      }
    }
    return Long.toString(shares);
  }
}

package dev.vireo.internal.esx.definition;

import dev.vireo.internal.esx.InventoryName;
import dev.vireo.model.domain.DomainDefinition;
import dev.vireo.vim.ApiVersion;
import dev.vireo.vim.types.ResourceAllocationInfo;
import dev.vireo.vim.types.SharesInfo;
import dev.vireo.vim.types.SharesLevel;
import dev.vireo.vim.types.VirtualMachineAffinityInfo;
import dev.vireo.vim.types.VirtualMachineConfigSpec;
import dev.vireo.vmx.VmxDiff;
import dev.vireo.vmx.VmxDocument;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a VMX file that a spec has a member for: a reconfiguration changes what they say, and
 * the host writes them itself. What they mean in a spec, and when it can change, stands here.
 */
final class SpecKeys {

  private static final String NAME = "displayname";
  private static final String ANNOTATION = "annotation";
  private static final String MEMORY = "memsize";
  private static final String MEMORY_LIMIT = "sched.mem.max";
  private static final String MEMORY_RESERVATION = "sched.mem.minsize";
  private static final String CPUS = "numvcpus";
  private static final String CORES = "cpuid.corespersocket";
  private static final String CPU_SHARES = "sched.cpu.shares";
  private static final String CPU_AFFINITY = "sched.cpu.affinity";

  private static final Set<String> ALL =
      Set.of(
          NAME,
          ANNOTATION,
          MEMORY,
          MEMORY_LIMIT,
          MEMORY_RESERVATION,
          CPUS,
          CORES,
          CPU_SHARES,
          CPU_AFFINITY);

  /** What can change whatever the machine does. */
  private static final Set<String> LIVE =
      Set.of(NAME, ANNOTATION, MEMORY_LIMIT, MEMORY_RESERVATION, CPU_SHARES);

  /** The release whose specs have cores of sockets. */
  private static final ApiVersion WITH_CORES = ApiVersion.of("5.0");

  /** Shares of a processor with the level that is usual. */
  private static final int USUAL_SHARES = 1000;

  private SpecKeys() {}

  /** A key as it stands here. */
  static String folded(String key) {
    return key.toLowerCase(Locale.ROOT);
  }

  /**
   * Those of the keys of changes that a spec can say on a server; the others are edits of the file.
   */
  static Set<String> in(Collection<VmxDiff.Difference> changes, ApiVersion api) {
    Set<String> keys = new TreeSet<>();
    changes.forEach(change -> keys.add(folded(change.key())));
    keys.retainAll(ALL);
    if (keys.contains(CORES) && !api.isAtLeast(WITH_CORES)) {
      // Processors have to be whole sockets at any time, so that these change together.
      keys.removeAll(Set.of(CORES, CPUS));
    }
    return keys;
  }

  /** Whether a change can be made to a machine that does not stand still. */
  static boolean isLive(
      VmxDiff.Difference change, Collection<VmxDiff.Difference> all, CurrentDomain domain) {
    String key = folded(change.key());
    return switch (key) {
      case MEMORY -> domain.isOn() && domain.memoryHotAdd() && grows(change);
      case CPUS ->
          domain.isOn()
              && domain.cpuHotAdd()
              && grows(change)
              && all.stream().noneMatch(each -> folded(each.key()).equals(CORES));
      default -> LIVE.contains(key);
    };
  }

  private static boolean grows(VmxDiff.Difference change) {
    return number(change.right()) > number(change.left());
  }

  /** A number of a file that is known to be one, or 1 where it is not said. */
  private static long number(@Nullable String value) {
    return value == null ? 1 : Long.parseLong(value.strip());
  }

  /**
   * The spec of changes.
   *
   * @param keys which
   * @param wanted the domain as it is to be
   * @param file its file as it is to be
   */
  static VirtualMachineConfigSpec.Builder spec(
      Set<String> keys, DomainDefinition wanted, VmxDocument file) {
    VirtualMachineConfigSpec.Builder spec = VirtualMachineConfigSpec.builder();
    if (keys.contains(NAME)) {
      spec.name(InventoryName.escape(Objects.requireNonNull(wanted.name())));
    }
    if (keys.contains(ANNOTATION)) {
      spec.annotation(Objects.requireNonNullElse(wanted.description(), ""));
    }
    if (keys.contains(CPUS)) {
      spec.numCPUs(wanted.vcpus().maximum());
    }
    if (keys.contains(CORES)) {
      spec.numCoresPerSocket((int) number(file.get(CORES)));
    }
    if (keys.contains(MEMORY)) {
      spec.memoryMB(wanted.memory().mib());
    }
    if (keys.contains(CPU_SHARES)) {
      SharesInfo shares = shares(file.get(CPU_SHARES), wanted.vcpus().maximum());
      spec.cpuAllocation(new ResourceAllocationInfo(null, null, null, shares, null));
    }
    if (keys.contains(MEMORY_LIMIT) || keys.contains(MEMORY_RESERVATION)) {
      spec.memoryAllocation(
          new ResourceAllocationInfo(
              keys.contains(MEMORY_RESERVATION) ? limit(file.get(MEMORY_RESERVATION), 0) : null,
              null,
              keys.contains(MEMORY_LIMIT) ? limit(file.get(MEMORY_LIMIT), -1) : null,
              null,
              null));
    }
    if (keys.contains(CPU_AFFINITY)) {
      spec.cpuAffinity(new VirtualMachineAffinityInfo(processors(file.get(CPU_AFFINITY))));
    }
    return spec;
  }

  private static Long limit(@Nullable String value, long none) {
    return value != null && value.strip().matches("[0-9]{1,18}") ? (Long) number(value) : none;
  }

  private static SharesInfo shares(@Nullable String value, int cpus) {
    String text = value == null ? SharesLevel.NORMAL.value() : value.strip();
    return text.matches("[0-9]{1,9}")
        ? new SharesInfo(Integer.parseInt(text), SharesLevel.CUSTOM)
        : new SharesInfo(USUAL_SHARES * cpus, new SharesLevel(text.toLowerCase(Locale.ROOT)));
  }

  private static List<Integer> processors(@Nullable String list) {
    return list == null || list.isBlank()
        ? List.of()
        : Stream.of(list.split(",", -1)).map(String::strip).map(Integer::valueOf).toList();
  }
}

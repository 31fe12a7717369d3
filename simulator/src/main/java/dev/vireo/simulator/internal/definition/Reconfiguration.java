package dev.vireo.simulator.internal.definition;

import dev.vireo.simulator.internal.files.DiskDescriptor;
import dev.vireo.simulator.internal.object.Faults;
import dev.vireo.simulator.internal.object.MachineFaults;
import dev.vireo.simulator.internal.object.RaisedFault;
import dev.vireo.simulator.internal.schema.Members;
import dev.vireo.vim.types.ObjectOf;
import dev.vireo.vim.types.VirtualDeviceConfigSpec;
import dev.vireo.vim.types.VirtualMachineConfigSpec;
import dev.vireo.vim.types.VirtualMachinePowerState;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code VirtualMachineConfigSpec} makes of a machine: a function of both, which changes
 * nothing. It takes effect as a whole or, with a fault, not at all.
 */
public final class Reconfiguration {

  /**
   * What the host has to say.
   *
   * @param power the state that the machine is in
   * @param maxCpus most virtual processors of a machine
   * @param newestHardware newest version of the virtual hardware
   * @param macs draws MAC addresses
   * @param disks reads the text part of a disk by its datastore path; null for one that is not
   *     there
   */
  public record Rules(
      VirtualMachinePowerState power,
      int maxCpus,
      int newestHardware,
      Supplier<String> macs,
      Function<String, @Nullable DiskDescriptor> disks) {

    /** Whether the machine runs, or is to go on where it stopped. */
    boolean running() {
      return !power.equals(VirtualMachinePowerState.POWERED_OFF);
    }

    /** The refusal of what can be done with a machine that is off only. */
    RaisedFault wrongState() {
      return Faults.invalidPowerState(VirtualMachinePowerState.POWERED_OFF, power);
    }
  }

  /**
   * What comes of it.
   *
   * @param machine the machine as it is to be
   * @param files what is to be done with files of disks before
   */
  public record Outcome(MachineDefinition machine, List<FileOrder> files) {
    /** Copies the list. */
    public Outcome {
      files = List.copyOf(files);
    }
  }

  private static final int MEMORY_STEP = 4;

  /** Where a VMX file has the processors of the host that a machine may run on. */
  private static final String AFFINITY = "sched.cpu.affinity";

  /** What can change while the machine runs, beside devices. */
  private static final Set<String> LIVE =
      Set.of(
          "annotation",
          "changeTrackingEnabled",
          "cpuAllocation.reservation",
          "cpuAllocation.limit",
          "cpuAllocation.shares",
          "memoryAllocation.reservation",
          "memoryAllocation.limit",
          "memoryAllocation.shares",
          "tools.syncTimeWithHost",
          "tools.toolsUpgradePolicy",
          "tools.afterPowerOn",
          "tools.afterResume",
          "tools.beforeGuestStandby",
          "tools.beforeGuestShutdown",
          "bootOptions.bootDelay",
          "bootOptions.enterBIOSSetup",
          "bootOptions.bootRetryEnabled",
          "bootOptions.bootRetryDelay");

  private static final Set<Option> RESERVATIONS =
      Set.of(Option.CPU_RESERVATION, Option.MEMORY_RESERVATION);

  /** -1 is none. */
  private static final Set<Option> LIMITS = Set.of(Option.CPU_LIMIT, Option.MEMORY_LIMIT);

  private final MachineDefinition before;
  private final Rules rules;

  private Reconfiguration(MachineDefinition before, Rules rules) {
    this.before = before;
    this.rules = rules;
  }

  /**
   * Applies a spec.
   *
   * @throws RaisedFault when the machine cannot be so
   */
  public static Outcome apply(
      MachineDefinition before, VirtualMachineConfigSpec spec, Rules rules) {
    return new Reconfiguration(before, rules).apply(spec);
  }

  private Outcome apply(VirtualMachineConfigSpec spec) {
    ObjectOf members = Members.of(spec);
    MachineDefinition described = before.with(edit -> identity(edit, spec));
    MachineDefinition set = described.with(edit -> options(edit, members));
    DeviceChanges changes = new DeviceChanges(set, rules);
    int index = 0;
    for (VirtualDeviceConfigSpec change : spec.deviceChange()) {
      changes.apply(index++, change);
    }
    MachineDefinition devised = changes.machine();
    requireConsistent(devised, Option.CPU_RESERVATION, Option.CPU_LIMIT);
    requireConsistent(devised, Option.MEMORY_RESERVATION, Option.MEMORY_LIMIT);
    requireWholeSockets(devised);
    MachineDefinition extended = devised.with(edit -> extra(edit, devised, members));
    return new Outcome(extended, changes.files());
  }

  /** What is promised is within the limit. Only where one of them changes: files may be odd. */
  private void requireConsistent(MachineDefinition machine, Option reservation, Option limit) {
    boolean same =
        machine.get(reservation).equals(before.get(reservation))
            && machine.get(limit).equals(before.get(limit));
    long most = number(machine, limit);
    if (!same && most >= 0 && number(machine, reservation) > most) {
      throw Faults.invalidArgument("configSpec." + reservation.specPath());
    }
  }

  private void requireWholeSockets(MachineDefinition machine) {
    boolean same =
        machine.cpus() == before.cpus()
            && machine.get(Option.CORES).equals(before.get(Option.CORES));
    long cores = number(machine, Option.CORES);
    if (!same && cores > 1 && machine.cpus() % cores != 0) {
      throw Faults.invalidArgument("configSpec.numCoresPerSocket");
    }
  }

  private static long number(MachineDefinition machine, Option option) {
    return ((Number) machine.get(option)).longValue();
  }

  private void requireOff(boolean changes) {
    if (changes && rules.running()) {
      throw rules.wrongState();
    }
  }

  private MachineDefinition.Editor identity(
      MachineDefinition.Editor edit, VirtualMachineConfigSpec spec) {
    if (spec.name() != null) {
      if (spec.name().isBlank()) {
        throw Faults.invalidName(spec.name());
      }
      edit.name(MachineDefinition.unescaped(spec.name()));
    }
    if (spec.uuid() != null) {
      UUID uuid = uuid(spec.uuid(), "configSpec.uuid");
      requireOff(!uuid.equals(before.biosUuid()));
      edit.biosUuid(uuid);
    }
    if (spec.instanceUuid() != null && !spec.instanceUuid().isEmpty()) {
      edit.instanceUuid(uuid(spec.instanceUuid(), "configSpec.instanceUuid"));
    }
    if (spec.guestId() != null) {
      if (spec.guestId().isEmpty()) {
        throw Faults.invalidArgument("configSpec.guestId");
      }
      requireOff(!spec.guestId().equals(before.guest().id()));
      edit.guest(GuestSystem.ofId(spec.guestId()));
    }
    if (spec.version() != null) {
      int version = hardware(spec.version());
      requireOff(version != before.hardwareVersion());
      edit.hardwareVersion(version);
    }
    return edit;
  }

  private static UUID uuid(String text, String parameter) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw Faults.invalidArgument(parameter);
    }
  }

  private int hardware(String version) {
    if (!version.matches("vmx-\\d{2,3}")) {
      throw Faults.invalidArgument("configSpec.version");
    }
    int number = Integer.parseInt(version.substring("vmx-".length()));
    if (number > rules.newestHardware() || number < before.hardwareVersion()) {
      throw Faults.invalidArgument("configSpec.version");
    }
    return number;
  }

  private MachineDefinition.Editor options(MachineDefinition.Editor edit, ObjectOf spec) {
    for (Option option : Option.ALL) {
      Object value = value(option, spec);
      if (value != null && !value.equals(before.get(option))) {
        check(option, value);
        edit.option(option, value);
      }
    }
    return edit;
  }

  private static @Nullable Object value(Option option, ObjectOf spec) {
    Object value = spec;
    for (String step : option.specPath().split("\\.")) {
      value = value instanceof ObjectOf object ? object.get(step) : null;
    }
    return switch (value) {
      case null -> null;
      case ObjectOf shares -> shares(shares);
      case Number number -> number.longValue();
      case Boolean truth -> truth;
      default -> Members.text(value);
    };
  }

  /** Shares that are no number of their own are one of three words. */
  private static String shares(ObjectOf shares) {
    Object level = shares.get("level");
    String word = level == null ? "custom" : Members.text(level);
    return word.equals("custom") ? String.valueOf(shares.get("shares")) : word;
  }

  private void check(Option option, Object value) {
    boolean cpus = option.equals(Option.CPUS);
    boolean memory = option.equals(Option.MEMORY);
    if (cpus && ((Long) value < 1 || (Long) value > rules.maxCpus())) {
      throw Faults.invalidArgument("configSpec.numCPUs");
    }
    if (memory && ((Long) value < MEMORY_STEP || (Long) value % MEMORY_STEP != 0)) {
      throw Faults.invalidArgument("configSpec.memoryMB");
    }
    if (RESERVATIONS.contains(option) && (Long) value < 0) {
      throw Faults.invalidArgument("configSpec." + option.specPath());
    }
    if (LIMITS.contains(option) && (Long) value < -1) {
      throw Faults.invalidArgument("configSpec." + option.specPath());
    }
    if (!rules.running() || LIVE.contains(option.path())) {
      return;
    }
    if (cpus || memory) {
      Option hotAdd = Option.at(cpus ? "cpuHotAddEnabled" : "memoryHotAddEnabled");
      boolean grows = (Long) value > ((Number) before.get(option)).longValue();
      if (!grows || !before.get(hotAdd).equals(true)) {
        throw MachineFaults.noHotPlug(memory);
      }
      return;
    }
    requireOff(true);
  }

  /** Processors of the host as VMX files name them; none means all. */
  private static String processors(@Nullable Object numbers) {
    return numbers instanceof List<?> list && !list.isEmpty()
        ? list.stream().map(String::valueOf).collect(Collectors.joining(","))
        : "all";
  }

  /** Entries of what has members of its own are ignored, as the products have it. */
  private static MachineDefinition.Editor extra(
      MachineDefinition.Editor edit, MachineDefinition machine, ObjectOf spec) {
    if (spec.get("cpuAffinity") instanceof ObjectOf affinity) {
      edit.extra(AFFINITY, processors(affinity.get("affinitySet")));
    }
    if (!(spec.get("extraConfig") instanceof List<?> entries)) {
      return edit;
    }
    Set<String> structured = VmxFile.structuredKeys(machine);
    for (Object each : entries) {
      ObjectOf entry = (ObjectOf) each;
      Object key = entry.get("key");
      if (key != null && !structured.contains(key.toString())) {
        Object value = entry.get("value");
        edit.extra(
            key.toString(),
            value instanceof ObjectOf.Any any
                ? Members.text(any.value())
                : value == null ? "" : Members.text(value));
      }
    }
    return edit;
  }
}

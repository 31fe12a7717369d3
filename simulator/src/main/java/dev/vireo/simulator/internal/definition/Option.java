package dev.vireo.simulator.internal.definition;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A setting of a machine that is neither a device nor its identity.
 *
 * @param path where {@code VirtualMachineConfigInfo} has it
 * @param specPath where {@code VirtualMachineConfigSpec} has it
 * @param key the key of VMX files
 * @param kind what its values are
 * @param usual its value where nothing is said
 */
public record Option(String path, String specPath, String key, Kind kind, Object usual) {

  /** What the values of an option are, and how VMX files write them. */
  public enum Kind {
    /** {@link Boolean}. */
    TRUTH,
    /** {@link Integer} or {@link Long}; -1 is {@code unlimited}. */
    NUMBER,
    /** A text. */
    TEXT,
    /** {@code low}, {@code normal}, {@code high}, or a number as text. */
    SHARES
  }

  /** Virtual processors. */
  public static final Option CPUS =
      new Option("hardware.numCPU", "numCPUs", "numvcpus", Kind.NUMBER, 1L);

  /** Cores of a virtual socket. */
  public static final Option CORES =
      new Option(
          "hardware.numCoresPerSocket",
          "numCoresPerSocket",
          "cpuid.coresPerSocket",
          Kind.NUMBER,
          1L);

  /** Memory in MiB. */
  public static final Option MEMORY =
      new Option("hardware.memoryMB", "memoryMB", "memsize", Kind.NUMBER, 32L);

  /** Notes. */
  public static final Option ANNOTATION = same("annotation", "annotation", Kind.TEXT, "");

  /** Whether VMware Tools set the guest's clock. */
  public static final Option SYNC_TIME =
      same("tools.syncTimeWithHost", "tools.syncTime", Kind.TRUTH, false);

  /** Guaranteed processor capacity in MHz. */
  public static final Option CPU_RESERVATION =
      same("cpuAllocation.reservation", "sched.cpu.min", Kind.NUMBER, 0L);

  /** Most processor capacity in MHz. */
  public static final Option CPU_LIMIT =
      same("cpuAllocation.limit", "sched.cpu.max", Kind.NUMBER, -1L);

  /** Share of the processors. */
  public static final Option CPU_SHARES =
      same("cpuAllocation.shares", "sched.cpu.shares", Kind.SHARES, "normal");

  /** Guaranteed memory in MiB. */
  public static final Option MEMORY_RESERVATION =
      same("memoryAllocation.reservation", "sched.mem.min", Kind.NUMBER, 0L);

  /** Most memory in MiB. */
  public static final Option MEMORY_LIMIT =
      same("memoryAllocation.limit", "sched.mem.max", Kind.NUMBER, -1L);

  /** Share of the memory. */
  public static final Option MEMORY_SHARES =
      same("memoryAllocation.shares", "sched.mem.shares", Kind.SHARES, "normal");

  /** All options, in the order in which VMX files are written. */
  public static final List<Option> ALL =
      List.of(
          MEMORY,
          CPUS,
          CORES,
          ANNOTATION,
          same("alternateGuestName", "guestOSAltName", Kind.TEXT, ""),
          same("firmware", "firmware", Kind.TEXT, "bios"),
          same("bootOptions.bootDelay", "bios.bootDelay", Kind.NUMBER, 0L),
          same("bootOptions.enterBIOSSetup", "bios.forceSetupOnce", Kind.TRUTH, false),
          same("bootOptions.efiSecureBootEnabled", "uefi.secureBoot.enabled", Kind.TRUTH, false),
          same("bootOptions.bootRetryEnabled", "bios.bootRetry.enabled", Kind.TRUTH, false),
          same("bootOptions.bootRetryDelay", "bios.bootRetry.delay", Kind.NUMBER, 10_000L),
          SYNC_TIME,
          same("tools.toolsUpgradePolicy", "tools.upgrade.policy", Kind.TEXT, "manual"),
          same("tools.afterPowerOn", "toolScripts.afterPowerOn", Kind.TRUTH, true),
          same("tools.afterResume", "toolScripts.afterResume", Kind.TRUTH, true),
          same("tools.beforeGuestStandby", "toolScripts.beforeSuspend", Kind.TRUTH, true),
          same("tools.beforeGuestShutdown", "toolScripts.beforePowerOff", Kind.TRUTH, true),
          same("flags.enableLogging", "logging", Kind.TRUTH, true),
          same("flags.diskUuidEnabled", "disk.EnableUUID", Kind.TRUTH, false),
          same("cpuHotAddEnabled", "vcpu.hotadd", Kind.TRUTH, false),
          same("cpuHotRemoveEnabled", "vcpu.hotremove", Kind.TRUTH, false),
          same("memoryHotAddEnabled", "mem.hotadd", Kind.TRUTH, false),
          same("nestedHVEnabled", "vhv.enable", Kind.TRUTH, false),
          same("vPMCEnabled", "vpmc.enable", Kind.TRUTH, false),
          same("changeTrackingEnabled", "ctkEnabled", Kind.TRUTH, false),
          same("latencySensitivity.level", "sched.cpu.latencySensitivity", Kind.TEXT, "normal"),
          CPU_RESERVATION,
          CPU_LIMIT,
          CPU_SHARES,
          MEMORY_RESERVATION,
          MEMORY_LIMIT,
          MEMORY_SHARES);

  private static final Map<String, Option> BY_PATH =
      ALL.stream().collect(Collectors.toUnmodifiableMap(Option::path, option -> option));

  private static Option same(String path, String key, Kind kind, Object usual) {
    return new Option(path, path, key, kind, usual);
  }

  /**
   * The option at a path of {@code VirtualMachineConfigInfo}.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Option at(String path) {
    Option option = BY_PATH.get(path);
    if (option == null) {
      throw new IllegalArgumentException("There is no option " + path);
    }
    return option;
  }

  /** A value as VMX files have it, unescaped. */
  public String written(Object value) {
    return switch (kind) {
      case TRUTH -> value.equals(true) ? "TRUE" : "FALSE";
      case NUMBER -> value.equals(-1L) ? "unlimited" : value.toString();
      case TEXT, SHARES -> value.toString();
    };
  }

  /**
   * What a VMX file says; what cannot be read is the usual value.
   *
   * @param text the value, unescaped
   */
  public Object read(String text) {
    return switch (kind) {
      case TRUTH -> isTrue(text);
      case NUMBER -> number(text);
      case TEXT -> text;
      case SHARES -> text.toLowerCase(Locale.ROOT);
    };
  }

  static boolean isTrue(String text) {
    return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("yes") || text.equals("1");
  }

  private Object number(String text) {
    if (text.equalsIgnoreCase("unlimited")) {
      return -1L;
    }
    return text.matches("-?\\d{1,18}") ? (Object) Long.valueOf(text) : usual;
  }
}

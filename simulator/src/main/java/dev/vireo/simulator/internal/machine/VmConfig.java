package dev.vireo.simulator.internal.machine;

import dev.vireo.simulator.internal.datastore.Datastore;
import dev.vireo.simulator.internal.definition.MachineDefinition;
import dev.vireo.simulator.internal.definition.Option;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.simulator.internal.schema.ObjectBuilder;
import dev.vireo.vim.types.ObjectOf;
import dev.vireo.vim.types.ResourceAllocationInfo;
import dev.vireo.vim.types.SharesInfo;
import dev.vireo.vim.types.SharesLevel;
import dev.vireo.vim.types.VirtualMachineDefaultPowerOpInfo;
import dev.vireo.vim.types.VirtualMachineFileInfo;
import java.util.List;
import java.util.Map;

/** Shows what a machine is made of ({@code config}, {@code capability}, {@code resourceConfig}). */
final class VmConfig {

  private static final VirtualMachineDefaultPowerOpInfo POWER_OPS =
      new VirtualMachineDefaultPowerOpInfo(
          "soft", "hard", "soft", "soft", "hard", "soft", "checkpoint");

  /** What the words for shares stand for, for each virtual processor or each MiB of memory. */
  private static final Map<String, Integer> CPU_SHARES =
      Map.of("low", 500, "normal", 1000, "high", 2000);

  private static final Map<String, Integer> MEMORY_SHARES =
      Map.of("low", 5, "normal", 10, "high", 20);

  private VmConfig() {}

  static ObjectOf of(VirtualMachine vm, ApiRelease api) {
    return of(vm, vm.definition(), api);
  }

  /** What a machine is made of, or was when a snapshot of it was taken. */
  static ObjectOf of(VirtualMachine vm, MachineDefinition d, ApiRelease api) {
    return ObjectBuilder.of("VirtualMachineConfigInfo", api)
        .later("changeVersion", () -> vm.changeVersion())
        .put("modified", vm.modified())
        .put("createDate", vm.created())
        .put("name", d.escapedName())
        .put("guestFullName", d.guest().fullName())
        .put("version", d.hardwareName())
        .later("uuid", () -> d.biosUuid().toString())
        .later("instanceUuid", () -> d.instanceUuid().toString())
        .put("template", d.template())
        .put("guestId", d.guest().id())
        .put("alternateGuestName", option(d, "alternateGuestName"))
        .put("annotation", d.get(Option.ANNOTATION))
        .later("files", () -> files(d))
        .later("tools", () -> tools(d, api))
        .later("flags", () -> flags(d, api))
        .put("defaultPowerOps", POWER_OPS)
        .later("hardware", () -> hardware(vm, d, api))
        .later("cpuAllocation", () -> cpu(d))
        .later("memoryAllocation", () -> memory(d))
        .later("latencySensitivity", () -> latency(d, api))
        .put("memoryHotAddEnabled", option(d, "memoryHotAddEnabled"))
        .put("cpuHotAddEnabled", option(d, "cpuHotAddEnabled"))
        .put("cpuHotRemoveEnabled", option(d, "cpuHotRemoveEnabled"))
        .later("extraConfig", () -> extraConfig(d, api))
        .later("datastoreUrl", () -> datastoreUrl(vm, api))
        .put("swapPlacement", "inherit")
        .later("bootOptions", () -> bootOptions(d, api))
        .put("changeTrackingEnabled", option(d, "changeTrackingEnabled"))
        .put("firmware", option(d, "firmware"))
        .put("maxMksConnections", 40)
        .put("nestedHVEnabled", option(d, "nestedHVEnabled"))
        .put("vPMCEnabled", option(d, "vPMCEnabled"))
        .build();
  }

  private static Object option(MachineDefinition definition, String path) {
    return definition.get(Option.at(path));
  }

  /** Sets the members of an object that are options below a path. */
  private static ObjectBuilder options(
      ObjectBuilder builder, MachineDefinition definition, String object) {
    for (Option option : Option.ALL) {
      if (option.path().startsWith(object + ".")) {
        builder.put(option.path().substring(object.length() + 1), definition.get(option));
      }
    }
    return builder;
  }

  private static VirtualMachineFileInfo files(MachineDefinition definition) {
    String vmx = definition.vmx().toString();
    String directory = vmx.substring(0, vmx.length() - definition.vmx().fileName().length());
    return new VirtualMachineFileInfo(vmx, directory, directory, directory, null);
  }

  private static ObjectOf hardware(VirtualMachine vm, MachineDefinition d, ApiRelease api) {
    return ObjectBuilder.of("VirtualHardware", api)
        .put("numCPU", d.cpus())
        .put("numCoresPerSocket", d.get(Option.CORES))
        .put("memoryMB", d.memoryMb())
        .later("device", () -> new VmDevices(vm, d.devices(), api).all())
        .build();
  }

  private static ObjectOf tools(MachineDefinition d, ApiRelease api) {
    return options(ObjectBuilder.of("ToolsConfigInfo", api).put("toolsVersion", 12_389), d, "tools")
        .build();
  }

  private static ObjectOf flags(MachineDefinition d, ApiRelease api) {
    return options(
            ObjectBuilder.of("VirtualMachineFlagInfo", api).put("disableAcceleration", false),
            d,
            "flags")
        .build();
  }

  private static ObjectOf latency(MachineDefinition d, ApiRelease api) {
    return options(ObjectBuilder.of("LatencySensitivity", api), d, "latencySensitivity").build();
  }

  private static ObjectOf bootOptions(MachineDefinition d, ApiRelease api) {
    return options(ObjectBuilder.of("VirtualMachineBootOptions", api), d, "bootOptions").build();
  }

  /** Entries of the VMX file that the API has no member for. */
  private static List<ObjectOf> extraConfig(MachineDefinition definition, ApiRelease api) {
    return definition.extra().entrySet().stream()
        .map(entry ->
            ObjectBuilder.of("OptionValue", api)
                .put("key", entry.getKey())
                .put("value", entry.getValue())
                .build())
        .toList();
  }

  private static List<ObjectOf> datastoreUrl(VirtualMachine vm, ApiRelease api) {
    return vm.datastores().stream()
        .map((Datastore datastore) ->
            ObjectBuilder.of("VirtualMachineConfigInfoDatastoreUrlPair", api)
                .put("name", datastore.name())
                .put("url", datastore.mountPath())
                .build())
        .toList();
  }

  static ResourceAllocationInfo cpu(MachineDefinition d) {
    return new ResourceAllocationInfo(
        number(d, Option.CPU_RESERVATION),
        false,
        number(d, Option.CPU_LIMIT),
        shares(d.get(Option.CPU_SHARES).toString(), CPU_SHARES, d.cpus()),
        null);
  }

  static ResourceAllocationInfo memory(MachineDefinition d) {
    return new ResourceAllocationInfo(
        number(d, Option.MEMORY_RESERVATION),
        false,
        number(d, Option.MEMORY_LIMIT),
        shares(d.get(Option.MEMORY_SHARES).toString(), MEMORY_SHARES, d.memoryMb()),
        null);
  }

  static long number(MachineDefinition d, Option option) {
    return ((Number) d.get(option)).longValue();
  }

  private static SharesInfo shares(String text, Map<String, Integer> words, int count) {
    Integer each = words.get(text);
    if (each != null) {
      return new SharesInfo(each * count, SharesLevel.of(text));
    }
    int shares = text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    return new SharesInfo(shares, SharesLevel.CUSTOM);
  }

  static ObjectOf resources(VirtualMachine vm, ApiRelease api) {
    return ObjectBuilder.of("ResourceConfigSpec", api)
        .put("entity", vm.ref())
        .later("changeVersion", () -> vm.changeVersion())
        .put("lastModified", vm.modified())
        .put("cpuAllocation", cpu(vm.definition()))
        .put("memoryAllocation", memory(vm.definition()))
        .build();
  }

  /** What can be done with a machine. */
  static ObjectOf capability(ApiRelease api) {
    return ObjectBuilder.of("VirtualMachineCapability", api)
        .put("lockSnapshotsSupported", false)
        .put("npivWwnOnNonRdmVmSupported", false)
        .put("recordReplaySupported", false)
        .others(true)
        .build();
  }
}

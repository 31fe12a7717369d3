package dev.vireo.simulator.internal.machine;

import dev.vireo.simulator.internal.datastore.Datastore;
import dev.vireo.simulator.internal.schema.ApiVersion;
import dev.vireo.simulator.internal.schema.ObjectBuilder;
import dev.vireo.vim.types.ObjectOf;
import dev.vireo.vim.types.ResourceAllocationInfo;
import dev.vireo.vim.types.SharesInfo;
import dev.vireo.vim.types.SharesLevel;
import dev.vireo.vim.types.VirtualMachineDefaultPowerOpInfo;
import dev.vireo.vim.types.VirtualMachineFileInfo;
import dev.vireo.vim.types.VirtualMachineFlagInfo;
import java.util.List;

/** Shows what a machine is made of ({@code config}, {@code capability}, {@code resourceConfig}). */
final class VmConfig {

  private static final VirtualMachineFlagInfo FLAGS =
      VirtualMachineFlagInfo.builder().disableAcceleration(false).enableLogging(true).build();
  private static final VirtualMachineDefaultPowerOpInfo POWER_OPS =
      new VirtualMachineDefaultPowerOpInfo(
          "soft", "hard", "soft", "soft", "hard", "soft", "checkpoint");

  private VmConfig() {}

  static ObjectOf of(VirtualMachine vm, ApiVersion api) {
    VmDefinition d = vm.definition();
    VmDevices devices = VmDevices.of(vm, api);
    return ObjectBuilder.of("VirtualMachineConfigInfo", api)
        .later("changeVersion", () -> vm.created().toString())
        .put("modified", vm.created())
        .put("createDate", vm.created())
        .put("name", vm.name())
        .put("guestFullName", d.guest().fullName())
        .put("version", d.hardwareName())
        .later("uuid", () -> d.biosUuid().toString())
        .later("instanceUuid", () -> d.instanceUuid().toString())
        .put("template", false)
        .put("guestId", d.guest().id())
        .put("alternateGuestName", "")
        .put("annotation", "")
        .later("files", () -> files(d))
        .later("tools", () -> tools(api))
        .put("flags", FLAGS)
        .put("defaultPowerOps", POWER_OPS)
        .later("hardware", () -> hardware(devices))
        .later("cpuAllocation", () -> cpu(vm))
        .later("memoryAllocation", () -> memory(vm))
        .later("latencySensitivity", () -> latency(api))
        .put("memoryHotAddEnabled", false)
        .put("cpuHotAddEnabled", false)
        .put("cpuHotRemoveEnabled", false)
        .later("extraConfig", () -> extraConfig(d, api))
        .later("datastoreUrl", () -> datastoreUrl(vm, api))
        .put("swapPlacement", "inherit")
        .later("bootOptions", () -> bootOptions(api))
        .put("changeTrackingEnabled", false)
        .put("firmware", "bios")
        .put("maxMksConnections", 40)
        .put("nestedHVEnabled", false)
        .build();
  }

  private static VirtualMachineFileInfo files(VmDefinition definition) {
    String vmx = definition.vmx().toString();
    String directory = vmx.substring(0, vmx.lastIndexOf('/') + 1);
    return new VirtualMachineFileInfo(vmx, directory, directory, directory, null);
  }

  private static ObjectOf hardware(VmDevices devices) {
    VmDefinition definition = devices.definition();
    return ObjectBuilder.of("VirtualHardware", devices.api())
        .put("numCPU", definition.cpus())
        .put("numCoresPerSocket", 1)
        .put("memoryMB", definition.memoryMb())
        .later("device", devices::all)
        .build();
  }

  private static ObjectOf tools(ApiVersion api) {
    return ObjectBuilder.of("ToolsConfigInfo", api)
        .put("toolsVersion", 12_389)
        .put("afterPowerOn", true)
        .put("afterResume", true)
        .put("beforeGuestStandby", true)
        .put("beforeGuestShutdown", true)
        .put("toolsUpgradePolicy", "manual")
        .put("syncTimeWithHost", false)
        .build();
  }

  private static ObjectOf latency(ApiVersion api) {
    return ObjectBuilder.of("LatencySensitivity", api).put("level", "normal").build();
  }

  private static ObjectOf bootOptions(ApiVersion api) {
    return ObjectBuilder.of("VirtualMachineBootOptions", api)
        .put("bootDelay", 0L)
        .put("enterBIOSSetup", false)
        .put("efiSecureBootEnabled", false)
        .put("bootRetryEnabled", false)
        .put("bootRetryDelay", 10_000L)
        .build();
  }

  /** Entries of the VMX file that the API has no member for. */
  private static List<ObjectOf> extraConfig(VmDefinition definition, ApiVersion api) {
    return definition.extraConfig().entrySet().stream()
        .map(entry ->
            ObjectBuilder.of("OptionValue", api)
                .put("key", entry.getKey())
                .put("value", entry.getValue())
                .build())
        .toList();
  }

  private static List<ObjectOf> datastoreUrl(VirtualMachine vm, ApiVersion api) {
    Datastore datastore = vm.place().datastore();
    return List.of(
        ObjectBuilder.of("VirtualMachineConfigInfoDatastoreUrlPair", api)
            .put("name", datastore.name())
            .put("url", datastore.mountPath())
            .build());
  }

  static ResourceAllocationInfo cpu(VirtualMachine vm) {
    return allocation(vm.definition().cpus() * 1000);
  }

  static ResourceAllocationInfo memory(VirtualMachine vm) {
    return allocation(vm.definition().memoryMb() * 10);
  }

  private static ResourceAllocationInfo allocation(int shares) {
    return new ResourceAllocationInfo(
        0L, false, -1L, new SharesInfo(shares, SharesLevel.NORMAL), null);
  }

  static ObjectOf resources(VirtualMachine vm, ApiVersion api) {
    return ObjectBuilder.of("ResourceConfigSpec", api)
        .put("entity", vm.ref())
        .later("changeVersion", () -> vm.created().toString())
        .put("lastModified", vm.created())
        .put("cpuAllocation", cpu(vm))
        .put("memoryAllocation", memory(vm))
        .build();
  }

  /** What can be done with a machine. */
  static ObjectOf capability(ApiVersion api) {
    return ObjectBuilder.of("VirtualMachineCapability", api)
        .put("lockSnapshotsSupported", false)
        .put("npivWwnOnNonRdmVmSupported", false)
        .put("recordReplaySupported", false)
        .others(true)
        .build();
  }
}

package dev.vireo.simulator.internal.host;

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

  private VmConfig() {}

  static ObjectOf of(VirtualMachine vm, ApiVersion api) {
    VmDefinition d = vm.definition();
    String vmx = d.vmx().toString();
    String directory = vmx.substring(0, vmx.lastIndexOf('/') + 1);
    return ObjectBuilder.of("VirtualMachineConfigInfo", api)
        .put("changeVersion", vm.created().toString())
        .put("modified", vm.created())
        .put("createDate", vm.created())
        .put("name", vm.name())
        .put("guestFullName", d.guest().fullName())
        .put("version", d.hardwareName())
        .put("uuid", d.biosUuid().toString())
        .put("instanceUuid", d.instanceUuid().toString())
        .put("template", false)
        .put("guestId", d.guest().id())
        .put("alternateGuestName", "")
        .put("annotation", "")
        .put("files", new VirtualMachineFileInfo(vmx, directory, directory, directory))
        .later("tools", () -> tools(api))
        .put("flags", new VirtualMachineFlagInfo(false, true))
        .put(
            "defaultPowerOps",
            new VirtualMachineDefaultPowerOpInfo(
                "soft", "hard", "soft", "soft", "hard", "soft", "checkpoint"))
        .put("hardware", hardware(vm, api))
        .put("cpuAllocation", cpu(vm))
        .put("memoryAllocation", memory(vm))
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

  private static ObjectOf hardware(VirtualMachine vm, ApiVersion api) {
    VmDevices devices = VmDevices.of(vm, api);
    return ObjectBuilder.of("VirtualHardware", api)
        .put("numCPU", vm.definition().cpus())
        .put("numCoresPerSocket", 1)
        .put("memoryMB", vm.definition().memoryMb())
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
        .put("changeVersion", vm.created().toString())
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

package dev.vireo.simulator.internal.machine;

import dev.vireo.simulator.GuestQuestion;
import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.ToolsState;
import dev.vireo.simulator.internal.schema.ApiVersion;
import dev.vireo.simulator.internal.schema.ObjectBuilder;
import dev.vireo.vim.types.ChoiceOption;
import dev.vireo.vim.types.ElementDescription;
import dev.vireo.vim.types.ManagedEntityStatus;
import dev.vireo.vim.types.ObjectOf;
import dev.vireo.vim.types.VirtualMachineConfigSummary;
import dev.vireo.vim.types.VirtualMachineConnectionState;
import dev.vireo.vim.types.VirtualMachineGuestSummary;
import dev.vireo.vim.types.VirtualMachineQuestionInfo;
import dev.vireo.vim.types.VirtualMachineQuickStats;
import dev.vireo.vim.types.VirtualMachineRuntimeInfo;
import dev.vireo.vim.types.VirtualMachineStorageSummary;
import dev.vireo.vim.types.VirtualMachineSummary;
import dev.vireo.vim.types.VirtualMachineToolsStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Shows a virtual machine as the VI API's data objects. */
public final class VmView {

  private static final Pattern NOT_IN_DNS = Pattern.compile("[^a-z0-9]+");

  private VmView() {}

  static VirtualMachineRuntimeInfo runtime(VirtualMachine vm, ApiVersion api) {
    return VirtualMachineRuntimeInfo.builder()
        .host(vm.place().host().ref())
        .connectionState(VirtualMachineConnectionState.CONNECTED)
        .powerState(vm.wirePower())
        .toolsInstallerMounted(false)
        .suspendTime(vm.suspendTime())
        .bootTime(vm.bootTime())
        .question(question(vm.pending()))
        .memoryOverhead(0L)
        .maxCpuUsage(vm.definition().cpus() * 1995)
        .maxMemoryUsage(vm.definition().memoryMb())
        .numMksConnections(0)
        .cleanPowerOff(api.since(ApiVersion.V4_0, vm.power() == PowerState.OFF))
        .build();
  }

  private static @Nullable VirtualMachineQuestionInfo question(
      VirtualMachine.@Nullable Pending pending) {
    if (pending == null) {
      return null;
    }
    GuestQuestion question = pending.question();
    List<ElementDescription> choices =
        question.choices().stream()
            .map(choice -> new ElementDescription(choice.label(), choice.label(), choice.key()))
            .toList();
    return new VirtualMachineQuestionInfo(
        pending.id(),
        question.text(),
        new ChoiceOption(null, choices, question.defaultChoice()),
        List.of());
  }

  static ObjectOf guest(VirtualMachine vm, ApiVersion api) {
    GuestSystem system = vm.definition().guest();
    boolean run = vm.toolsRun();
    ObjectBuilder guest = ObjectBuilder.of("GuestInfo", api);
    if (run) {
      guest.later("net", () -> List.of(card(vm, api)));
    }
    return guest
        .put("toolsStatus", toolsStatus(vm))
        .put("toolsVersionStatus", toolsVersion(vm))
        .put("toolsVersionStatus2", toolsVersion(vm))
        .put("toolsRunningStatus", run ? "guestToolsRunning" : "guestToolsNotRunning")
        .put("toolsVersion", vm.tools() == ToolsState.MISSING ? "0" : "12389")
        .put("guestId", run ? system.id() : null)
        .put("guestFamily", run ? system.family() : null)
        .put("guestFullName", run ? system.fullName() : null)
        .put("hostName", run ? hostName(vm) : null)
        .put("ipAddress", run ? ipAddress(vm) : null)
        .put("guestState", run ? "running" : "notRunning")
        .put("guestOperationsReady", run)
        .build();
  }

  private static ObjectOf card(VirtualMachine vm, ApiVersion api) {
    ObjectBuilder card =
        ObjectBuilder.of("GuestNicInfo", api)
            .put("network", vm.definition().network())
            .put("ipAddress", List.of(ipAddress(vm)))
            .put("macAddress", vm.definition().macAddress())
            .put("connected", true)
            .put("deviceConfigId", VmDevices.CARD);
    return api.has(ApiVersion.V4_1)
        ? card.put("ipConfig", ipConfig(vm, api)).build()
        : card.build();
  }

  private static ObjectOf ipConfig(VirtualMachine vm, ApiVersion api) {
    return ObjectBuilder.of("NetIpConfigInfo", api)
        .put(
            "ipAddress",
            List.of(
                ObjectBuilder.of("NetIpConfigInfoIpAddress", api)
                    .put("ipAddress", ipAddress(vm))
                    .put("prefixLength", 8)
                    .put("state", "preferred")
                    .build()))
        .build();
  }

  private static String toolsVersion(VirtualMachine vm) {
    return vm.tools() == ToolsState.MISSING ? "guestToolsNotInstalled" : "guestToolsCurrent";
  }

  private static VirtualMachineToolsStatus toolsStatus(VirtualMachine vm) {
    if (vm.tools() == ToolsState.MISSING) {
      return VirtualMachineToolsStatus.TOOLS_NOT_INSTALLED;
    }
    return vm.toolsRun()
        ? VirtualMachineToolsStatus.TOOLS_OK
        : VirtualMachineToolsStatus.TOOLS_NOT_RUNNING;
  }

  /** The guest's name in the network: the machine's, in what DNS allows. */
  public static String hostName(VirtualMachine vm) {
    String label =
        NOT_IN_DNS.matcher(vm.definition().name().toLowerCase(Locale.ROOT)).replaceAll("-");
    return label + ".example.com";
  }

  /** An address of a private network that belongs to this machine alone. */
  public static String ipAddress(VirtualMachine vm) {
    int number = vm.number() + 255;
    return "10." + (number >> 16 & 255) + "." + (number >> 8 & 255) + "." + (number & 255);
  }

  static ManagedEntityStatus heartbeat(VirtualMachine vm) {
    return vm.toolsRun() ? ManagedEntityStatus.GREEN : ManagedEntityStatus.GRAY;
  }

  static VirtualMachineSummary summary(VirtualMachine vm, ApiVersion api) {
    VmDefinition d = vm.definition();
    boolean run = vm.toolsRun();
    VirtualMachineGuestSummary guest =
        VirtualMachineGuestSummary.builder()
            .guestId(d.guest().id())
            .guestFullName(d.guest().fullName())
            .toolsStatus(toolsStatus(vm))
            .toolsVersionStatus(api.since(ApiVersion.V4_0, toolsVersion(vm)))
            .toolsVersionStatus2(api.since(ApiVersion.V5_0, toolsVersion(vm)))
            .toolsRunningStatus(
                api.since(ApiVersion.V4_0, run ? "guestToolsRunning" : "guestToolsNotRunning"))
            .hostName(run ? hostName(vm) : null)
            .ipAddress(run ? ipAddress(vm) : null)
            .build();
    VirtualMachineConfigSummary config =
        VirtualMachineConfigSummary.builder()
            .name(vm.name())
            .template(false)
            .vmPathName(d.vmx().toString())
            .memorySizeMB(d.memoryMb())
            .cpuReservation(0)
            .memoryReservation(0)
            .numCpu(d.cpus())
            .numEthernetCards(1)
            .numVirtualDisks(1)
            .uuid(d.biosUuid().toString())
            .instanceUuid(api.since(ApiVersion.V4_0, d.instanceUuid().toString()))
            .guestId(d.guest().id())
            .guestFullName(d.guest().fullName())
            .annotation("")
            .build();
    return new VirtualMachineSummary(
        vm.ref(),
        runtime(vm, api),
        guest,
        config,
        api.has(ApiVersion.V4_0) ? storage(vm) : null,
        quickStats(vm, api),
        vm.configStatus(),
        List.of());
  }

  private static VirtualMachineStorageSummary storage(VirtualMachine vm) {
    long disk = VmFiles.allocated(vm);
    return new VirtualMachineStorageSummary(disk, disk, disk, vm.created());
  }

  private static VirtualMachineQuickStats quickStats(VirtualMachine vm, ApiVersion api) {
    boolean on = vm.power() == PowerState.ON;
    Instant boot = vm.bootTime();
    int memory = vm.definition().memoryMb();
    int uptime =
        boot == null ? 0 : (int) Math.max(0, Duration.between(vm.created(), boot).toSeconds());
    return VirtualMachineQuickStats.builder()
        .overallCpuUsage(on ? 40 : 0)
        .guestMemoryUsage(on ? memory / 8 : 0)
        .hostMemoryUsage(on ? memory / 4 * 3 : 0)
        .guestHeartbeatStatus(heartbeat(vm))
        .uptimeSeconds(api.since(ApiVersion.V4_1, uptime))
        .build();
  }
}

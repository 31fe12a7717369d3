package dev.vireo.simulator.internal.machine;

import dev.vireo.simulator.GuestQuestion;
import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.ToolsState;
import dev.vireo.simulator.internal.definition.GuestSystem;
import dev.vireo.simulator.internal.definition.HardwareDevice;
import dev.vireo.simulator.internal.definition.MachineDefinition;
import dev.vireo.simulator.internal.definition.Option;
import dev.vireo.simulator.internal.schema.ApiRelease;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Shows a virtual machine as the VI API's data objects. */
public final class VmView {

  private static final Pattern NOT_IN_DNS = Pattern.compile("[^a-z0-9]+");

  /** Clock rate of the processors. */
  private static final int MHZ = 1995;

  /** Distance between the addresses of two cards of a machine, in the second number. */
  private static final int CARD_STEP = 16;

  private VmView() {}

  static VirtualMachineRuntimeInfo runtime(VirtualMachine vm, ApiRelease api) {
    return VirtualMachineRuntimeInfo.builder()
        .host(vm.place().host().ref())
        .connectionState(VirtualMachineConnectionState.CONNECTED)
        .powerState(vm.wirePower())
        .toolsInstallerMounted(false)
        .suspendTime(vm.suspendTime())
        .bootTime(vm.bootTime())
        .question(question(vm.pending()))
        .memoryOverhead(0L)
        .maxCpuUsage(vm.definition().cpus() * MHZ)
        .maxMemoryUsage(vm.definition().memoryMb())
        .numMksConnections(0)
        .cleanPowerOff(api.since(ApiRelease.V4_0, vm.power() == PowerState.OFF))
        .consolidationNeeded(
            api.has(ApiRelease.V5_0) ? SnapshotService.needsConsolidation(vm) : null)
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

  static ObjectOf guest(VirtualMachine vm, ApiRelease api) {
    GuestSystem system = vm.definition().guest();
    boolean run = vm.toolsRun();
    ObjectBuilder guest = ObjectBuilder.of("GuestInfo", api);
    if (run) {
      guest.later("net", () -> cards(vm, api));
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

  private static List<ObjectOf> cards(VirtualMachine vm, ApiRelease api) {
    List<HardwareDevice> cards = vm.definition().devices("VirtualEthernetCard");
    List<ObjectOf> shown = new ArrayList<>();
    for (int i = 0; i < cards.size(); i++) {
      shown.add(card(cards.get(i), ipAddress(vm, i), api));
    }
    return shown;
  }

  private static ObjectOf card(HardwareDevice device, String address, ApiRelease api) {
    ObjectBuilder card =
        ObjectBuilder.of("GuestNicInfo", api)
            .put("network", device.backingText("deviceName"))
            .put("ipAddress", List.of(address))
            .put("macAddress", device.text("macAddress"))
            .put("connected", true)
            .put("deviceConfigId", device.key());
    return api.has(ApiRelease.V4_1)
        ? card.put("ipConfig", ipConfig(address, api)).build()
        : card.build();
  }

  private static ObjectOf ipConfig(String address, ApiRelease api) {
    return ObjectBuilder.of("NetIpConfigInfo", api)
        .put(
            "ipAddress",
            List.of(
                ObjectBuilder.of("NetIpConfigInfoIpAddress", api)
                    .put("ipAddress", address)
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
    return ipAddress(vm, 0);
  }

  private static String ipAddress(VirtualMachine vm, int card) {
    int number = vm.number() + 255 + ((card * CARD_STEP) << 16);
    return "10." + (number >> 16 & 255) + "." + (number >> 8 & 255) + "." + (number & 255);
  }

  static ManagedEntityStatus heartbeat(VirtualMachine vm) {
    return vm.toolsRun() ? ManagedEntityStatus.GREEN : ManagedEntityStatus.GRAY;
  }

  static VirtualMachineSummary summary(VirtualMachine vm, ApiRelease api) {
    MachineDefinition d = vm.definition();
    boolean run = vm.toolsRun();
    VirtualMachineGuestSummary guest =
        VirtualMachineGuestSummary.builder()
            .guestId(d.guest().id())
            .guestFullName(d.guest().fullName())
            .toolsStatus(toolsStatus(vm))
            .toolsVersionStatus(api.since(ApiRelease.V4_0, toolsVersion(vm)))
            .toolsVersionStatus2(api.since(ApiRelease.V5_0, toolsVersion(vm)))
            .toolsRunningStatus(
                api.since(ApiRelease.V4_0, run ? "guestToolsRunning" : "guestToolsNotRunning"))
            .hostName(run ? hostName(vm) : null)
            .ipAddress(run ? ipAddress(vm) : null)
            .build();
    VirtualMachineConfigSummary config =
        VirtualMachineConfigSummary.builder()
            .name(vm.name())
            .template(d.template())
            .vmPathName(d.vmx().toString())
            .memorySizeMB(d.memoryMb())
            .cpuReservation((int) VmConfig.number(d, Option.CPU_RESERVATION))
            .memoryReservation((int) VmConfig.number(d, Option.MEMORY_RESERVATION))
            .numCpu(d.cpus())
            .numEthernetCards(d.devices("VirtualEthernetCard").size())
            .numVirtualDisks(d.devices("VirtualDisk").size())
            .uuid(d.biosUuid().toString())
            .instanceUuid(api.since(ApiRelease.V4_0, d.instanceUuid().toString()))
            .guestId(d.guest().id())
            .guestFullName(d.guest().fullName())
            .annotation(d.get(Option.ANNOTATION).toString())
            .build();
    return new VirtualMachineSummary(
        vm.ref(),
        runtime(vm, api),
        guest,
        config,
        api.has(ApiRelease.V4_0) ? storage(vm) : null,
        quickStats(vm, api),
        vm.configStatus(),
        List.of());
  }

  private static VirtualMachineStorageSummary storage(VirtualMachine vm) {
    VmFiles.Usage usage = VmFiles.usage(vm);
    return new VirtualMachineStorageSummary(
        usage.committed(), usage.uncommitted(), usage.committed(), vm.modified());
  }

  private static VirtualMachineQuickStats quickStats(VirtualMachine vm, ApiRelease api) {
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
        .uptimeSeconds(api.since(ApiRelease.V4_1, uptime))
        .build();
  }
}

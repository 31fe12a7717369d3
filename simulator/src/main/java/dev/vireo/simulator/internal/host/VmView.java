package dev.vireo.simulator.internal.host;

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
final class VmView {

  private static final Pattern NOT_IN_DNS = Pattern.compile("[^a-z0-9]+");

  private VmView() {}

  static VirtualMachineRuntimeInfo runtime(VirtualMachine vm, ApiVersion api) {
    return new VirtualMachineRuntimeInfo(
        vm.place().host().ref(),
        VirtualMachineConnectionState.CONNECTED,
        vm.wirePower(),
        false,
        vm.suspendTime(),
        vm.bootTime(),
        null,
        question(vm.pending()),
        0L,
        vm.definition().cpus() * 1995,
        vm.definition().memoryMb(),
        0,
        api.since(ApiVersion.V4_0, vm.power() == PowerState.OFF));
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
  static String hostName(VirtualMachine vm) {
    String label =
        NOT_IN_DNS.matcher(vm.definition().name().toLowerCase(Locale.ROOT)).replaceAll("-");
    return label + ".example.com";
  }

  /** An address of a private network that belongs to this machine alone. */
  static String ipAddress(VirtualMachine vm) {
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
        new VirtualMachineGuestSummary(
            d.guest().id(),
            d.guest().fullName(),
            toolsStatus(vm),
            api.since(ApiVersion.V4_0, toolsVersion(vm)),
            api.since(ApiVersion.V5_0, toolsVersion(vm)),
            api.since(ApiVersion.V4_0, run ? "guestToolsRunning" : "guestToolsNotRunning"),
            run ? hostName(vm) : null,
            run ? ipAddress(vm) : null);
    VirtualMachineConfigSummary config =
        new VirtualMachineConfigSummary(
            vm.name(),
            false,
            d.vmx().toString(),
            d.memoryMb(),
            0,
            0,
            d.cpus(),
            1,
            1,
            d.biosUuid().toString(),
            api.since(ApiVersion.V4_0, d.instanceUuid().toString()),
            d.guest().id(),
            d.guest().fullName(),
            "");
    return new VirtualMachineSummary(
        vm.ref(),
        runtime(vm, api),
        guest,
        config,
        api.has(ApiVersion.V4_0) ? storage(vm) : null,
        quickStats(vm, api),
        vm.configStatus());
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
    return new VirtualMachineQuickStats(
        on ? 40 : 0,
        on ? memory / 8 : 0,
        on ? memory / 4 * 3 : 0,
        heartbeat(vm),
        api.since(ApiVersion.V4_1, uptime));
  }
}

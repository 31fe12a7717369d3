package dev.vireo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.vim.FaultException;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.methods.ReconfigureAutostart;
import dev.vireo.vim.types.AutoStartDefaults;
import dev.vireo.vim.types.AutoStartPowerInfo;
import dev.vireo.vim.types.AutoStartWaitHeartbeatSetting;
import dev.vireo.vim.types.HostAutoStartManagerConfig;
import dev.vireo.vim.types.InvalidArgument;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What hosts start and stop by themselves. */
class AutoStartTest extends MachineTestBase {

  private static AutoStartPowerInfo entry(ManagedObjectReference vm, int order, String start) {
    return entry(vm, order, start, "none");
  }

  private static AutoStartPowerInfo entry(
      ManagedObjectReference vm, int order, String start, String stop) {
    return new AutoStartPowerInfo(
        vm, order, -1, AutoStartWaitHeartbeatSetting.SYSTEM_DEFAULT, start, -1, stop);
  }

  private static void change(
      VimClient client,
      ManagedObjectReference manager,
      @Nullable AutoStartDefaults defaults,
      AutoStartPowerInfo... entries) {
    client.run(
        new ReconfigureAutostart(
            manager, new HostAutoStartManagerConfig(defaults, List.of(entries))));
  }

  private static ManagedObjectReference manager(VimClient client, SimulatedVm vm) {
    ManagedObjectReference host =
        read(client, vm.ref(), "runtime.host", ManagedObjectReference.class);
    return read(client, host, "configManager.autoStartManager", ManagedObjectReference.class);
  }

  private static HostAutoStartManagerConfig config(
      VimClient client, ManagedObjectReference manager) {
    return read(client, manager, "config", HostAutoStartManagerConfig.class);
  }

  private static AutoStartDefaults enabled(boolean enabled) {
    return new AutoStartDefaults(enabled, null, null, null, null);
  }

  @ParameterizedTest
  @EnumSource(Preset.class)
  void whatAChangeDoesNotNameStays(Preset preset) {
    Simulator host = start(quick(SimulatorConfig.of(preset).toBuilder().vms(0).build()));
    SimulatedVm one = host.vms().add("one");
    SimulatedVm two = host.vms().add("two");
    VimClient client = logIn(host);
    ManagedObjectReference manager = manager(client, one);

    change(client, manager, null, entry(one.ref(), 1, "powerOn"), entry(two.ref(), -1, "powerOn"));
    assertThat(config(client, manager).defaults())
        .extracting(AutoStartDefaults::enabled)
        .isEqualTo(false);
    change(client, manager, new AutoStartDefaults(true, 7, null, null, null));
    change(client, manager, null, entry(two.ref(), 5, "none", "suspend"));

    HostAutoStartManagerConfig now = config(client, manager);
    assertThat(now.defaults()).isEqualTo(new AutoStartDefaults(true, 7, 120, false, "powerOff"));
    assertThat(now.powerInfo())
        .containsExactly(entry(one.ref(), 1, "powerOn"), entry(two.ref(), 5, "none", "suspend"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, powerOn, none, startOrder",
    "-2, powerOn, none, startOrder",
    "1, sometimes, none, startAction",
    "1, powerOn, sometimes, stopAction"
  })
  void whatMeansNothingIsRefusedAsAWhole(int order, String start, String stop, String member) {
    Simulator host = start();
    SimulatedVm one = host.vms().add("one");
    SimulatedVm two = host.vms().add("two");
    VimClient client = logIn(host);
    ManagedObjectReference manager = manager(client, one);
    HostAutoStartManagerConfig before = config(client, manager);

    FaultException failure =
        failureOf(() ->
            change(
                client,
                manager,
                enabled(true),
                entry(one.ref(), 3, "powerOn"),
                entry(two.ref(), order, start, stop)));

    assertThat(failure.fault())
        .isInstanceOfSatisfying(
            InvalidArgument.class,
            fault -> assertThat(fault.invalidProperty()).isEqualTo("spec.powerInfo." + member));
    assertThat(config(client, manager)).isEqualTo(before);
  }

  @Test
  void aMachineOfAnotherHostIsRefused() {
    Simulator host = start(quick(SimulatorConfig.of(Preset.VCENTER).toBuilder().vms(10).build()));
    VimClient client = logIn(host);
    SimulatedVm first = host.vms().all().get(0);
    ManagedObjectReference manager = manager(client, first);
    SimulatedVm other =
        host.vms().all().stream()
            .filter(vm -> !manager(client, vm).equals(manager))
            .findFirst()
            .orElseThrow();

    assertThat(faultOf(() -> change(client, manager, null, entry(other.ref(), 1, "powerOn"))))
        .isEqualTo("InvalidArgument");
  }

  @Test
  void theUserNeedsThePrivilege() {
    Simulator host =
        start(
            quick(
                SimulatorConfig.esx80().toBuilder()
                    .user("reader", "secret".toCharArray(), SimulatorRole.readOnly())
                    .build()));
    VimClient client = connect(host);
    client.login("reader", "secret".toCharArray());
    SimulatedVm vm = host.vms().all().get(0);

    FaultException failure = failureOf(() -> change(client, manager(client, vm), enabled(false)));

    assertThat(failure.faultName()).isEqualTo("NoPermission");
    assertThat(failure.getMessage()).isNotBlank();
  }
}

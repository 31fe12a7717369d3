package dev.vireo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.vim.VimClient;
import dev.vireo.vim.methods.RebootGuest;
import dev.vireo.vim.methods.ShutdownGuest;
import dev.vireo.vim.methods.StandbyGuest;
import dev.vireo.vim.types.GuestInfo;
import dev.vireo.vim.types.VirtualMachinePowerState;
import dev.vireo.vim.types.VirtualMachineToolsStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuestToolsTest extends HostTestBase {

  private VimClient client;
  private SimulatedVm withTools;
  private SimulatedVm without;

  @BeforeEach
  void logIn() {
    Simulator host = start();
    client = logIn(host);
    withTools = host.vms().get("web-1");
    without = host.vms().get("db-1");
  }

  private GuestInfo guest(SimulatedVm vm) {
    return client.propertyCollector().retrieve(vm.ref(), "guest").get("guest", GuestInfo.class);
  }

  private void awaitPower(SimulatedVm vm, VirtualMachinePowerState state) {
    try (Watch watch = Watch.of(client, object(vm.ref(), "runtime.powerState"))) {
      do {
        watch.next();
      } while (!state.equals(watch.last(vm.ref(), "runtime.powerState")));
    }
  }

  @Test
  void aGuestWithToolsTellsOfItself() {
    GuestInfo guest = guest(withTools);

    assertThat(guest.toolsStatus()).isEqualTo(VirtualMachineToolsStatus.TOOLS_OK);
    assertThat(guest.toolsRunningStatus()).isEqualTo("guestToolsRunning");
    assertThat(guest.hostName()).isEqualTo("web-1.example.com");
    assertThat(guest.ipAddress()).startsWith("10.");
  }

  @Test
  void aGuestWithoutToolsIsSilent() {
    GuestInfo guest = guest(without);

    assertThat(guest.toolsStatus()).isEqualTo(VirtualMachineToolsStatus.TOOLS_NOT_INSTALLED);
    assertThat(guest.hostName()).isNull();
    assertThat(guest.ipAddress()).isNull();
  }

  @Test
  void toolsComeAndGo() {
    withTools.tools(ToolsState.STOPPED);
    assertThat(guest(withTools).toolsStatus())
        .isEqualTo(VirtualMachineToolsStatus.TOOLS_NOT_RUNNING);
    without.tools(ToolsState.RUNNING);
    assertThat(guest(without).toolsStatus()).isEqualTo(VirtualMachineToolsStatus.TOOLS_OK);
    without.power(PowerState.OFF);
    assertThat(guest(without).toolsStatus()).isEqualTo(VirtualMachineToolsStatus.TOOLS_NOT_RUNNING);
  }

  @Test
  void aGuestShutsDownWhenAsked() {
    client.run(new ShutdownGuest(withTools.ref()));

    awaitPower(withTools, VirtualMachinePowerState.POWERED_OFF);
    assertThat(withTools.power()).isEqualTo(PowerState.OFF);
  }

  @Test
  void aGuestGoesToSleepWhenAsked() {
    client.run(new StandbyGuest(withTools.ref()));

    awaitPower(withTools, VirtualMachinePowerState.SUSPENDED);
    assertThat(withTools.power()).isEqualTo(PowerState.SUSPENDED);
  }

  @Test
  void aRebootKeepsTheMachineOn() {
    client.run(new RebootGuest(withTools.ref()));

    assertThat(withTools.power()).isEqualTo(PowerState.ON);
  }

  @Test
  void withoutToolsNobodyListens() {
    assertThat(faultOf(() -> client.run(new ShutdownGuest(without.ref()))))
        .isEqualTo("ToolsUnavailable");
    assertThat(faultOf(() -> client.run(new RebootGuest(without.ref()))))
        .isEqualTo("ToolsUnavailable");
    assertThat(without.power()).isEqualTo(PowerState.ON);
  }

  @Test
  void aMachineThatIsOffCannotBeAsked() {
    withTools.power(PowerState.OFF);

    assertThat(faultOf(() -> client.run(new ShutdownGuest(withTools.ref()))))
        .isEqualTo("InvalidPowerState");
  }
}

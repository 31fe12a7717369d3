package dev.vireo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.vim.VimClient;
import dev.vireo.vim.methods.CreateSnapshot_Task;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.VirtualMachineConfigSpec;
import dev.vireo.vim.types.VirtualMachinePowerState;
import dev.vireo.vim.types.VirtualMachineSnapshotInfo;
import dev.vireo.vim.types.VirtualMachineSnapshotTree;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The snapshots of machines. */
class SnapshotsTest extends MachineTestBase {

  @ParameterizedTest
  @EnumSource(Preset.class)
  void theTreeIsShown(Preset preset) {
    Simulator host = start(quick(SimulatorConfig.of(preset)));
    VimClient client = logIn(host);
    SimulatedVm vm = host.vms().all().getFirst();
    assertThat(properties(client, vm.ref(), "snapshot").find("snapshot", Object.class)).isNull();

    vm.takeSnapshot("first");
    vm.power(PowerState.OFF);
    Object second =
        succeeds(client, new CreateSnapshot_Task(vm.ref(), "second", "notes", false, false))
            .result();

    VirtualMachineSnapshotInfo info =
        read(client, vm.ref(), "snapshot", VirtualMachineSnapshotInfo.class);
    VirtualMachineSnapshotTree root = info.rootSnapshotList().getFirst();
    VirtualMachineSnapshotTree child = root.childSnapshotList().getFirst();
    assertThat(info.currentSnapshot()).isEqualTo(child.snapshot()).isEqualTo(second);
    assertThat(root.name()).isEqualTo("first");
    assertThat(root.state()).isEqualTo(VirtualMachinePowerState.POWERED_ON);
    assertThat(child.name()).isEqualTo("second");
    assertThat(child.description()).isEqualTo("notes");
    assertThat(child.state()).isEqualTo(VirtualMachinePowerState.POWERED_OFF);
    assertThat(child.vm()).isEqualTo(vm.ref());
  }

  @ParameterizedTest
  @EnumSource(names = {"ESX80", "VCENTER"})
  void aSnapshotKeepsWhatTheMachineWas(Preset preset) {
    Simulator host = start(quick(SimulatorConfig.of(preset)));
    VimClient client = logIn(host);
    SimulatedVm vm = host.vms().all().get(2);
    vm.takeSnapshot("before");

    vm.reconfigure(VirtualMachineConfigSpec.builder().memoryMB(128L).build());

    ManagedObjectReference snapshot =
        read(client, vm.ref(), "snapshot.currentSnapshot", ManagedObjectReference.class);
    assertThat(read(client, snapshot, "config.hardware.memoryMB", Integer.class)).isEqualTo(2048);
    assertThat(read(client, vm.ref(), "config.hardware.memoryMB", Integer.class)).isEqualTo(128);
    assertThat(
            properties(client, vm.ref(), "rootSnapshot")
                .list("rootSnapshot", ManagedObjectReference.class))
        .isEqualTo(List.of(snapshot));
    host.vms().remove(vm.name());
    assertThat(faultOf(() -> properties(client, snapshot, "config")))
        .isEqualTo("ManagedObjectNotFound");
  }
}

package dev.vireo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.vim.VimClient;
import dev.vireo.vim.methods.DeleteVirtualDisk_Task;
import dev.vireo.vim.methods.FindByUuid;
import dev.vireo.vim.methods.PowerOnVM_Task;
import dev.vireo.vim.methods.ReconfigVM_Task;
import dev.vireo.vim.methods.ShutdownGuest;
import dev.vireo.vim.methods.UnregisterVM;
import dev.vireo.vim.types.FileNotFound;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.ResourceAllocationInfo;
import dev.vireo.vim.types.VirtualMachineAffinityInfo;
import dev.vireo.vim.types.VirtualMachineConfigSpec;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What clients need that define domains, change them and take them away. */
class DefinitionSupportTest extends MachineTestBase {

  @Test
  void aSuspendedMachineCanBeTakenOut() {
    Simulator host = start();
    VimClient client = logIn(host);
    SimulatedVm vm = host.vms().get("web-1");
    vm.power(PowerState.SUSPENDED);

    client.run(new UnregisterVM(vm.ref()));

    assertThat(host.vms().names()).doesNotContain("web-1");
  }

  @Test
  void aDiskIsDeletedWithItsExtent() {
    Simulator host = start();
    VimClient client = logIn(host);
    SimulatedVm vm =
        host.vms()
            .add(
                "spare",
                """
                scsi0.present = "TRUE"
                scsi0:0.present = "TRUE"
                scsi0:0.fileName = "spare.vmdk"
                """);
    String path = "[" + DATASTORE + "] spare/spare.vmdk";
    assertThat(host.contents().files()).containsKey(path);
    ManagedObjectReference manager =
        Objects.requireNonNull(client.serviceContent().virtualDiskManager());

    succeeds(client, new DeleteVirtualDisk_Task(manager, path, null));

    assertThat(host.contents().files().keySet())
        .noneMatch(
            file -> file.startsWith("[" + DATASTORE + "] spare/spare") && !file.endsWith(".vmx"));
    assertThat(fails(client, new DeleteVirtualDisk_Task(manager, path, null)))
        .isInstanceOf(FileNotFound.class);
    assertThat(vm.name()).isEqualTo("spare");
  }

  @Test
  void aFreeLicenceLetsClientsOnlyRead() {
    Simulator host = start(quick(SimulatorConfig.esx80()).toBuilder().freeLicence(true).build());
    VimClient client = logIn(host);
    SimulatedVm vm = host.vms().all().getFirst();
    HostContents before = host.contents();
    VirtualMachineConfigSpec spec = VirtualMachineConfigSpec.builder().annotation("x").build();

    for (Runnable change :
        List.<Runnable>of(
            () -> client.call(new PowerOnVM_Task(vm.ref(), null)),
            () -> client.call(new ReconfigVM_Task(vm.ref(), spec)),
            () -> client.run(new ShutdownGuest(vm.ref())),
            () -> client.run(new UnregisterVM(vm.ref())))) {
      assertThat(faultOf(change::run)).isEqualTo("RestrictedVersion");
    }
    assertThat(host.contents()).isEqualTo(before);
    assertThat(read(client, vm.ref(), "name", String.class)).isEqualTo(vm.name());
    assertThat(
            client.callOptional(
                new FindByUuid(
                    Objects.requireNonNull(client.serviceContent().searchIndex()),
                    null,
                    vm.biosUuid().toString(),
                    true,
                    false)))
        .isEqualTo(vm.ref());
  }

  @Test
  void guaranteedMemoryAndProcessorsAreWrittenAsTheProductsDo() {
    Simulator host = start();
    VimClient client = logIn(host);
    SimulatedVm vm = host.vms().add("tuned", "memsize = \"512\"\nsched.mem.minsize = \"128\"\n");
    assertThat(reservation(client, vm)).isEqualTo(128);

    succeeds(
        client,
        new ReconfigVM_Task(
            vm.ref(),
            VirtualMachineConfigSpec.builder()
                .memoryAllocation(new ResourceAllocationInfo(256L, null, null, null, null))
                .cpuAffinity(new VirtualMachineAffinityInfo(List.of(0, 2)))
                .build()));

    assertThat(reservation(client, vm)).isEqualTo(256);
    assertThat(vmx(vm))
        .contains(
            "sched.mem.min = \"256\"",
            "sched.mem.minsize = \"256\"",
            "sched.cpu.affinity = \"0,2\"");
  }

  private static long reservation(VimClient client, SimulatedVm vm) {
    return Objects.requireNonNull(
        read(client, vm.ref(), "config.memoryAllocation", ResourceAllocationInfo.class)
            .reservation());
  }
}

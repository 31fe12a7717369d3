package dev.vireo.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.vim.VimClient;
import dev.vireo.vim.methods.CheckMigrate_Task;
import dev.vireo.vim.methods.CheckRelocate_Task;
import dev.vireo.vim.methods.FindByIp;
import dev.vireo.vim.methods.MigrateVM_Task;
import dev.vireo.vim.methods.PowerOffVM_Task;
import dev.vireo.vim.methods.RelocateVM_Task;
import dev.vireo.vim.methods.Rename_Task;
import dev.vireo.vim.methods.ValidateMigration;
import dev.vireo.vim.types.CheckResult;
import dev.vireo.vim.types.Event;
import dev.vireo.vim.types.InsufficientMemoryResourcesFault;
import dev.vireo.vim.types.LocalizedMethodFault;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.MethodFault;
import dev.vireo.vim.types.MigrationEvent;
import dev.vireo.vim.types.TaskInfo;
import dev.vireo.vim.types.VMotionNotConfigured;
import dev.vireo.vim.types.VirtualMachineConfigSpec;
import dev.vireo.vim.types.VirtualMachinePowerState;
import dev.vireo.vim.types.VirtualMachineRelocateSpec;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Moving machines between the hosts of a vCenter, as clients do it. */
class MigrationTest extends MachineTestBase {

  private static final String FIRST = "esx1.example.com";
  private static final String SECOND = "esx2.example.com";

  private Simulator vCenter() {
    return start(quick(SimulatorConfig.vcenter().toBuilder().vms(0).build()));
  }

  private static MigrateVM_Task migration(SimulatedVm vm, Hypervisor to) {
    return new MigrateVM_Task(vm.ref(), to.pool(), to.ref(), "defaultPriority", null);
  }

  private static VirtualMachineRelocateSpec spec(
      @Nullable Hypervisor to, @Nullable ManagedObjectReference datastore) {
    VirtualMachineRelocateSpec.Builder spec = VirtualMachineRelocateSpec.builder();
    if (to != null) {
      spec.host(to.ref()).pool(to.pool());
    }
    return spec.datastore(datastore).build();
  }

  private static CheckResult check(VimClient client, SimulatedVm vm, Hypervisor to) {
    TaskInfo info =
        succeeds(
            client,
            new CheckMigrate_Task(checker(client), vm.ref(), to.ref(), to.pool(), null, List.of()));
    return (CheckResult) ((List<?>) Objects.requireNonNull(info.result())).getFirst();
  }

  private static ManagedObjectReference checker(VimClient client) {
    return Objects.requireNonNull(client.serviceContent().vmProvisioningChecker());
  }

  private static List<Event> validate(VimClient client, SimulatedVm vm, Hypervisor to) {
    List<Event> events =
        client.callOptional(
            new ValidateMigration(
                SERVICE_INSTANCE, List.of(vm.ref()), null, List.of(), to.pool(), to.ref()));
    return events == null ? List.of() : events;
  }

  private static List<String> names(List<LocalizedMethodFault> faults) {
    return faults.stream().map(each -> each.fault().typeName()).toList();
  }

  private static ManagedObjectReference hostOf(VimClient client, SimulatedVm vm) {
    return read(client, vm.ref(), "runtime.host", ManagedObjectReference.class);
  }

  @ParameterizedTest
  @EnumSource
  void aMachineKeepsItsReferenceStateAndMemory(PowerState state) {
    Simulator host = vCenter();
    VimClient client = logIn(host);
    SimulatedVm vm = host.vms().add("web");
    vm.power(state);
    Hypervisor from = host.hypervisors().get(FIRST);
    Hypervisor to = host.hypervisors().get(SECOND);
    String used = "summary.quickStats.overallMemoryUsage";
    int idle = read(client, to.ref(), used, Integer.class);
    int before = read(client, from.ref(), used, Integer.class);

    assertThat(check(client, vm, to).error()).isEmpty();
    assertThat(validate(client, vm, to)).isEmpty();
    succeeds(client, migration(vm, to));

    assertThat(hostOf(client, vm)).isEqualTo(to.ref());
    assertThat(vm.power()).isEqualTo(state);
    assertThat(from.vms()).isEmpty();
    assertThat(to.vms()).containsExactly("web");
    assertThat(read(client, to.ref(), used, Integer.class)).isEqualTo(before);
    assertThat(read(client, from.ref(), used, Integer.class)).isEqualTo(idle);
    assertThat(properties(client, from.ref(), "vm").list("vm", ManagedObjectReference.class))
        .isEmpty();
  }

  @Test
  void aMachineComesIntoTheResourcePoolOfItsNewHost() {
    Simulator host = vCenter();
    VimClient client = logIn(host);
    SimulatedVm vm = host.vms().add("web");
    Hypervisor alone = host.hypervisors().get("esx3.example.com");

    assertThat(
            failureOf(() ->
                    client.call(
                        new MigrateVM_Task(vm.ref(), null, alone.ref(), "defaultPriority", null)))
                .faultName())
        .isEqualTo("InvalidArgument");
    succeeds(client, migration(vm, alone));

    assertThat(read(client, vm.ref(), "resourcePool", ManagedObjectReference.class))
        .isEqualTo(alone.pool());
    assertThat(properties(client, alone.pool(), "vm").list("vm", ManagedObjectReference.class))
        .containsExactly(vm.ref());
  }

  @Test
  void aHostThatIsAwayTakesNothing() {
    Simulator host = vCenter();
    VimClient client = logIn(host);
    SimulatedVm vm = host.vms().add("web");
    Hypervisor to = host.hypervisors().get(SECOND);
    to.connected(false);

    assertThat(names(check(client, vm, to).error())).containsExactly("HostNotConnected");
    assertThat(fails(client, migration(vm, to)).typeName()).isEqualTo("HostNotConnected");
    to.connected(true);
    to.maintenance(true);
    assertThat(names(check(client, vm, to).error())).containsExactly("InvalidState");
    to.maintenance(false);
    succeeds(client, migration(vm, to));
  }

  @Test
  void aMachineThatRunsNeedsVmotionAtBothEnds() {
    Simulator host = vCenter();
    VimClient client = logIn(host);
    SimulatedVm vm = host.vms().add("web");
    Hypervisor to = host.hypervisors().get(SECOND);
    to.vmotion(false);
    assertThat(check(client, vm, to).error()).isEmpty();
    vm.power(PowerState.ON);

    VMotionNotConfigured fault =
        (VMotionNotConfigured) check(client, vm, to).error().getFirst().fault();

    assertThat(fault.atSourceHost()).isFalse();
    assertThat(fault.failedHostEntity()).isEqualTo(to.ref());
    assertThat(read(client, to.ref(), "capability.vmotionSupported", Boolean.class)).isFalse();
    host.hypervisors().get(FIRST).vmotion(false);
    assertThat(check(client, vm, to).error()).hasSize(2);
  }

  @Test
  void aMachineThatRunsNeedsMemory() {
    Simulator host = vCenter();
    VimClient client = logIn(host);
    Hypervisor to = host.hypervisors().get(SECOND);
    SimulatedVm vm = host.vms().add("web");
    vm.reconfigure(VirtualMachineConfigSpec.builder().memoryMB(1L << 20).build());
    assertThat(check(client, vm, to).error()).isEmpty();
    vm.power(PowerState.ON);

    MethodFault fault = fails(client, migration(vm, to));

    assertThat(fault).isInstanceOf(InsufficientMemoryResourcesFault.class);
    assertThat(((InsufficientMemoryResourcesFault) fault).requested()).isEqualTo(1L << 40);
  }

  @Test
  void aNetworkThatIsNotThereMattersToWhatRuns() {
    Simulator host = vCenter();
    VimClient client = logIn(host);
    Hypervisor to = host.hypervisors().get(SECOND);
    SimulatedVm vm = host.vms().add("web");
    vm.addNetworkCard("nowhere");

    assertThat(names(check(client, vm, to).warning())).containsExactly("CannotAccessNetwork");
    assertThat(validate(client, vm, to))
        .extracting(Event::typeName)
        .containsExactly("MigrationResourceWarningEvent");
    vm.power(PowerState.ON);

    assertThat(names(check(client, vm, to).error())).containsExactly("CannotAccessNetwork");
    Event event = validate(client, vm, to).getFirst();
    assertThat(event.typeName()).isEqualTo("MigrationResourceErrorEvent");
    assertThat(event.fullFormattedMessage())
        .startsWith("Cannot migrate web to esx2.example.com and resource pool Resources: ");
    assertThat(((MigrationEvent) event).fault().fault().typeName())
        .isEqualTo("CannotAccessNetwork");
  }

  @Test
  void anotherDatacenterHasNeitherDiskNorNetwork() {
    Simulator host = vCenter();
    VimClient client = logIn(host);
    SimulatedVm vm = host.vms().add("web");
    Hypervisor far = host.hypervisors().get("esx5.example.com");
    ManagedObjectReference local =
        properties(client, far.ref(), "datastore")
            .list("datastore", ManagedObjectReference.class)
            .getFirst();

    assertThat(names(check(client, vm, far).error()))
        .containsExactly("DatacenterMismatch", "CannotAccessVmDisk");
    succeeds(client, new RelocateVM_Task(vm.ref(), spec(far, local), null));

    assertThat(hostOf(client, vm)).isEqualTo(far.ref());
    assertThat(read(client, vm.ref(), "config.files.vmPathName", String.class))
        .isEqualTo("[branch + local] web/web.vmx");
    assertThat(fileOf(device(client, vm.ref(), 2000))).isEqualTo("[branch + local] web/web.vmdk");
    assertThat(host.contents().files().keySet())
        .isNotEmpty()
        .allMatch(file -> file.startsWith("[branch + local] web/"));
  }

  @Test
  void filesMoveWithoutTheMachine() {
    Simulator host =
        start(
            quick(
                SimulatorConfig.vcenter().toBuilder()
                    .inventory(InventoryShape.PLAIN.withDatastores(2).withVms(1))
                    .build()));
    VimClient client = logIn(host);
    SimulatedVm vm = host.vms().all().getFirst();
    vm.power(PowerState.ON);
    vm.takeSnapshot("before");
    Hypervisor on = host.hypervisors().get(FIRST);
    ManagedObjectReference second =
        properties(client, on.ref(), "datastore")
            .list("datastore", ManagedObjectReference.class)
            .get(1);

    succeeds(
        client, new CheckRelocate_Task(checker(client), vm.ref(), spec(null, second), List.of()));
    succeeds(client, new RelocateVM_Task(vm.ref(), spec(null, second), null));

    assertThat(vm.host()).isEqualTo(FIRST);
    assertThat(datastore(client, vm.ref())).isEqualTo(second);
    // What the machine writes since its snapshot.
    assertThat(vmx(vm)).contains("scsi0:0.fileName = \"" + vm.name() + "-000001.vmdk\"");
    assertThat(host.contents().files().keySet())
        .isNotEmpty()
        .allMatch(file -> file.startsWith("[datastore2] "));
  }

  @Test
  void aFullDatastoreTakesNothing() {
    Simulator host =
        start(
            quick(
                SimulatorConfig.vcenter().toBuilder()
                    .inventory(InventoryShape.PLAIN.withDatastores(2).withVms(1))
                    .datastoreCapacity(1)
                    .build()));
    VimClient client = logIn(host);
    SimulatedVm vm = host.vms().all().getFirst();
    HostContents before = host.contents();
    ManagedObjectReference second =
        properties(client, host.hypervisors().get(FIRST).ref(), "datastore")
            .list("datastore", ManagedObjectReference.class)
            .get(1);

    assertThat(fails(client, new RelocateVM_Task(vm.ref(), spec(null, second), null)).typeName())
        .isEqualTo("NoDiskSpace");
    assertThat(host.contents()).isEqualTo(before);
  }

  @Test
  void theWantedStateMustBeTheOneThereIs() {
    Simulator host = vCenter();
    VimClient client = logIn(host);
    SimulatedVm vm = host.vms().add("web");
    Hypervisor to = host.hypervisors().get(SECOND);

    assertThat(
            fails(
                    client,
                    new MigrateVM_Task(
                        vm.ref(),
                        to.pool(),
                        to.ref(),
                        "highPriority",
                        VirtualMachinePowerState.POWERED_ON))
                .typeName())
        .isEqualTo("InvalidPowerState");
  }

  @Test
  void theEventsSayWhereFrom() {
    Simulator host = vCenter();
    VimClient client = logIn(host);
    SimulatedVm vm = host.vms().add("web");
    vm.power(PowerState.ON);

    succeeds(client, migration(vm, host.hypervisors().get(SECOND)));

    Event last =
        read(
            client,
            Objects.requireNonNull(client.serviceContent().eventManager()),
            "latestEvent",
            Event.class);
    assertThat(last.typeName()).isEqualTo("VmMigratedEvent");
    assertThat(last.fullFormattedMessage())
        .isEqualTo("web was migrated to esx2.example.com in Datacenter");
  }

  @Test
  void whatRunsNeedsAnotherPrivilegeThanWhatDoesNot() {
    Simulator host =
        start(
            quick(SimulatorConfig.vcenter()).toBuilder()
                .vms(0)
                .user("cold", "secret".toCharArray(), SimulatorRole.of("c", "Resource.ColdMigrate"))
                .build());
    VimClient client = connect(host);
    client.login("cold", "secret".toCharArray());
    SimulatedVm vm = host.vms().add("web");
    Hypervisor to = host.hypervisors().get(SECOND);

    succeeds(client, migration(vm, to));
    vm.power(PowerState.ON);

    assertThat(faultOf(() -> client.call(migration(vm, host.hypervisors().get(FIRST)))))
        .isEqualTo("NoPermission");
    vm.power(PowerState.OFF);
    assertThat(
            faultOf(() -> client.call(migration(vm, host.hypervisors().get("esx3.example.com")))))
        .as("for want of Resource.AssignVMToPool")
        .isEqualTo("NoPermission");
  }

  @ParameterizedTest
  @EnumSource(names = {"ESX80", "ESX41", "ESX35", "GSX20"})
  void aHostAloneMovesNothing(Preset preset) {
    Simulator host = start(quick(SimulatorConfig.of(preset)));
    VimClient client = logIn(host);
    SimulatedVm vm = host.vms().all().getFirst();
    Hypervisor self = host.hypervisors().all().getFirst();

    assertThat(faultOf(() -> client.call(migration(vm, self)))).isEqualTo("NotSupported");
    assertThat(faultOf(() -> validate(client, vm, self))).isEqualTo("NotSupported");
  }

  @Test
  void aManagedHostShowsWhatItsVcenterDoes() {
    Simulator esx1 = start(quick(SimulatorConfig.esx80().toBuilder().vms(1).seed(2).build()));
    Simulator esx2 = start(quick(SimulatorConfig.esx80().toBuilder().vms(0).seed(3).build()));
    Simulator host = vCenter();
    VimClient client = logIn(host);
    Hypervisor first = host.hypervisors().get(FIRST);
    Hypervisor second = host.hypervisors().get(SECOND);
    first.manage(esx1, "192.0.2.101", "192.0.2.100");
    second.manage(esx2, "192.0.2.102", "192.0.2.100");
    SimulatedVm here = esx1.vms().all().getFirst();
    String name = here.name();
    SimulatedVm shown = host.vms().get(name);
    assertThat(shown.biosUuid()).isEqualTo(here.biosUuid());
    assertThat(
            client.call(
                new FindByIp(
                    Objects.requireNonNull(client.serviceContent().searchIndex()),
                    null,
                    "192.0.2.102",
                    false)))
        .isEqualTo(second.ref());
    assertThat(
            read(
                logIn(esx1),
                esx1.hypervisors().all().getFirst().ref(),
                "summary.managementServerIp",
                String.class))
        .isEqualTo("192.0.2.100");

    here.power(PowerState.ON);
    succeeds(client, migration(shown, second));

    assertThat(esx1.vms().names()).isEmpty();
    assertThat(esx2.vms().get(name).power()).isEqualTo(PowerState.ON);
    assertThat(esx2.contents().files().keySet()).anyMatch(file -> file.endsWith(".vmdk"));

    succeeds(client, new PowerOffVM_Task(shown.ref()));
    succeeds(client, new Rename_Task(shown.ref(), "other"));
    assertThat(esx2.vms().get("other").power()).isEqualTo(PowerState.OFF);

    esx2.vms().add("new");
    esx2.vms().remove("other");
    read(client, second.ref(), "name", String.class);
    assertThat(second.vms()).containsExactly("new");
  }

  @Test
  void onlyAVcenterManagesAndOnlyHostsAreManaged() {
    Simulator host = vCenter();
    Simulator esx = start();
    Hypervisor self = esx.hypervisors().all().getFirst();

    assertThatThrownBy(() -> host.hypervisors().get(FIRST).manage(host, "a", "b"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> self.manage(esx, "a", "b"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

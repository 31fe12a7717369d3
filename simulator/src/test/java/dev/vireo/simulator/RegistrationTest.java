package dev.vireo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.vim.ClientOptions;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.methods.Destroy_Task;
import dev.vireo.vim.methods.PowerOnVM_Task;
import dev.vireo.vim.methods.RegisterVM_Task;
import dev.vireo.vim.methods.UnregisterVM;
import dev.vireo.vim.transport.VimTransport;
import dev.vireo.vim.transport.WireRequest.Verb;
import dev.vireo.vim.types.AlreadyExists;
import dev.vireo.vim.types.FileNotFound;
import dev.vireo.vim.types.InvalidDatastorePath;
import dev.vireo.vim.types.InvalidFormat;
import dev.vireo.vim.types.InvalidPowerState;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.TaskInfo;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Machines that come into the inventory and leave it. */
class RegistrationTest extends MachineTestBase {

  private static ManagedObjectReference folder(VimClient client, SimulatedVm vm) {
    return read(client, vm.ref(), "parent", ManagedObjectReference.class);
  }

  private static ManagedObjectReference pool(VimClient client, SimulatedVm vm) {
    return read(client, vm.ref(), "resourcePool", ManagedObjectReference.class);
  }

  @ParameterizedTest
  @EnumSource(Preset.class)
  void aMachineIsTakenOutAndRegisteredAgain(Preset preset) {
    Simulator host = start(quick(SimulatorConfig.of(preset)));
    VimClient client = logIn(host);
    SimulatedVm vm = host.vms().all().get(2);
    String name = vm.name();
    String place = read(client, vm.ref(), "config.files.vmPathName", String.class);
    String uuid = read(client, vm.ref(), "config.uuid", String.class);
    ManagedObjectReference folder = folder(client, vm);
    ManagedObjectReference pool = pool(client, vm);
    ManagedObjectReference datastore = datastore(client, vm.ref());

    client.run(new UnregisterVM(vm.ref()));

    assertThat(host.vms().names()).doesNotContain(name);
    assertThat(properties(client, datastore, "vm").list("vm", ManagedObjectReference.class))
        .doesNotContain(vm.ref());
    TaskInfo info = succeeds(client, new RegisterVM_Task(folder, place, null, false, pool, null));
    ManagedObjectReference again = (ManagedObjectReference) Objects.requireNonNull(info.result());
    assertThat(again).isEqualTo(host.vms().get(name).ref()).isNotEqualTo(vm.ref());
    assertThat(read(client, again, "config.uuid", String.class)).isEqualTo(uuid);
    assertThat(fileOf(device(client, again, 2000))).endsWith(".vmdk");
    assertThat(properties(client, datastore, "vm").list("vm", ManagedObjectReference.class))
        .contains(again);
    succeeds(client, new PowerOnVM_Task(again, null));
  }

  @Test
  void anUploadedFileBecomesAMachine() {
    Simulator host = start();
    VimTransport transport = host.transport();
    VimClient client = closing(VimClient.connect(transport, ClientOptions.DEFAULT));
    client.login(host.config().userName(), host.config().password());
    String text =
        """
        config.version = "8"
        virtualHW.version = "19"
        displayName = "uploaded"
        memsize = "256"
        my.own = "key"
        """;
    send(
        transport,
        Verb.PUT,
        "/folder/new%20place/x.vmx?dcPath=ha-datacenter&dsName=datastore1",
        Map.of(),
        text.getBytes(StandardCharsets.UTF_8));
    SimulatedVm web = host.vms().get("web-1");

    TaskInfo info =
        succeeds(
            client,
            new RegisterVM_Task(
                folder(client, web),
                "[datastore1] new place/x.vmx",
                null,
                false,
                pool(client, web),
                null));

    ManagedObjectReference vm = (ManagedObjectReference) Objects.requireNonNull(info.result());
    assertThat(read(client, vm, "name", String.class)).isEqualTo("uploaded");
    assertThat(read(client, vm, "config.hardware.memoryMB", Integer.class)).isEqualTo(256);
    assertThat(extraConfig(client, vm)).containsOnly(Map.entry("my.own", "key"));
    // What the file left to the host is in it now, and nothing else is.
    assertThat(vmx(host.vms().get("uploaded")))
        .startsWith(text)
        .contains("uuid.bios = \"56 4d ", "vc.uuid = \"50 2e ");
  }

  @Test
  void whatCannotBeRegisteredIsRefused() {
    Simulator host = start();
    VimClient client = logIn(host);
    SimulatedVm web = host.vms().get("web-1");
    ManagedObjectReference folder = folder(client, web);
    ManagedObjectReference pool = pool(client, web);

    assertThat(
            fails(
                client,
                new RegisterVM_Task(
                    folder, "[datastore1] web-1/web-1.vmx", null, false, pool, null)))
        .isInstanceOf(AlreadyExists.class);
    assertThat(
            fails(
                client,
                new RegisterVM_Task(folder, "[datastore1] no/no.vmx", null, false, pool, null)))
        .isInstanceOf(FileNotFound.class);
    assertThat(
            faultOf(() ->
                client.call(
                    new RegisterVM_Task(folder, "[nowhere] x.vmx", null, false, pool, null))))
        .isEqualTo(InvalidDatastorePath.class.getSimpleName());
    client.run(new UnregisterVM(host.vms().get("build agent").ref()));
    host.vms().get("db-1");
    web.power(PowerState.OFF);
    client.run(new UnregisterVM(web.ref()));
    assertThat(host.vms().names()).doesNotContain("web-1");
  }

  @Test
  void aFileThatIsNoVmxFileIsRefused() {
    Simulator host = start();
    VimClient client = logIn(host);
    SimulatedVm vm = host.vms().get("build agent");
    ManagedObjectReference folder = folder(client, vm);
    ManagedObjectReference pool = pool(client, vm);
    vm.vmxFile("= broken".getBytes(StandardCharsets.UTF_8));
    client.run(new UnregisterVM(vm.ref()));

    assertThat(
            fails(
                client,
                new RegisterVM_Task(
                    folder, "[datastore1] build agent/build agent.vmx", null, false, pool, null)))
        .isInstanceOf(InvalidFormat.class);
  }

  @Test
  void aRunningMachineStays() {
    Simulator host = start();
    VimClient client = logIn(host);
    ManagedObjectReference web = host.vms().get("web-1").ref();

    assertThat(faultOf(() -> client.run(new UnregisterVM(web)))).isEqualTo("InvalidPowerState");
    assertThat(fails(client, new Destroy_Task(web))).isInstanceOf(InvalidPowerState.class);
    assertThat(host.vms().names()).contains("web-1");
  }
}

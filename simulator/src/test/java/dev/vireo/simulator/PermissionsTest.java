package dev.vireo.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.simulator.internal.service.MethodTable;
import dev.vireo.vim.FaultException;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.methods.CancelTask;
import dev.vireo.vim.methods.HasPrivilegeOnEntities;
import dev.vireo.vim.methods.HasPrivilegeOnEntity;
import dev.vireo.vim.methods.MakeDirectory;
import dev.vireo.vim.methods.PowerOffVM_Task;
import dev.vireo.vim.methods.PowerOnMultiVM_Task;
import dev.vireo.vim.methods.PowerOnVM_Task;
import dev.vireo.vim.methods.ReconfigVM_Task;
import dev.vireo.vim.methods.RetrieveAllPermissions;
import dev.vireo.vim.methods.RetrieveEntityPermissions;
import dev.vireo.vim.methods.SearchDatastore_Task;
import dev.vireo.vim.methods.UnregisterVM;
import dev.vireo.vim.property.ObjectProperties;
import dev.vireo.vim.transport.VimTransport;
import dev.vireo.vim.transport.WireRequest.Verb;
import dev.vireo.vim.types.AuthorizationRole;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.NoPermission;
import dev.vireo.vim.types.Permission;
import dev.vireo.vim.types.PrivilegeAvailability;
import dev.vireo.vim.types.UserSession;
import dev.vireo.vim.types.VirtualMachineConfigSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Users, and what they may do. */
class PermissionsTest extends MachineTestBase {

  private static final char[] SECRET = "secret".toCharArray();
  private static final String POWER_ON = "VirtualMachine.Interact.PowerOn";

  private Simulator hostWith(Preset preset, SimulatorRole role) {
    return start(quick(SimulatorConfig.of(preset)).toBuilder().user("guest", SECRET, role).build());
  }

  private Simulator hostWith(SimulatorRole role) {
    return hostWith(Preset.ESX80, role);
  }

  private VimClient guest(Simulator host) {
    VimClient client = connect(host);
    client.login("guest", SECRET);
    return client;
  }

  private static NoPermission denial(ThrowingCallable call) {
    FaultException failure = failureOf(call);
    assertThat(failure.faultName()).isEqualTo("NoPermission");
    return (NoPermission) Objects.requireNonNull(failure.fault());
  }

  private static void assertDenied(
      ThrowingCallable call, ManagedObjectReference object, String privilege) {
    NoPermission denial = denial(call);
    assertThat(denial.object()).isEqualTo(object);
    assertThat(denial.privilegeId()).isEqualTo(privilege);
  }

  @ParameterizedTest
  @EnumSource(Preset.class)
  void whoMayOnlyLookChangesNothing(Preset preset) {
    Simulator host = hostWith(preset, SimulatorRole.readOnly());
    VimClient client = guest(host);
    SimulatedVm vm = host.vms().all().get(2);

    assertThat(read(client, vm.ref(), "summary.config.memorySizeMB", Integer.class)).isPositive();
    assertDenied(() -> client.call(new PowerOnVM_Task(vm.ref(), null)), vm.ref(), POWER_ON);
    assertDenied(
        () -> client.run(new UnregisterVM(vm.ref())),
        vm.ref(),
        "VirtualMachine.Inventory.Unregister");
    assertThat(vm.power()).isEqualTo(PowerState.OFF);
    assertThat(host.vms().names()).contains(vm.name());
  }

  @Test
  void aPrivilegeMoreIsWhatIsMore() {
    Simulator host = hostWith(SimulatorRole.of("starter", POWER_ON));
    VimClient client = guest(host);
    SimulatedVm vm = host.vms().get("build agent");

    succeeds(client, new PowerOnVM_Task(vm.ref(), null));
    assertDenied(
        () -> client.call(new PowerOffVM_Task(vm.ref())),
        vm.ref(),
        "VirtualMachine.Interact.PowerOff");
  }

  @Test
  void aPrivilegeLessIsWhatIsLess() {
    Simulator host = hostWith(SimulatorRole.administrator().without("nearly all", POWER_ON));
    VimClient client = guest(host);
    SimulatedVm off = host.vms().get("build agent");

    assertDenied(() -> client.call(new PowerOnVM_Task(off.ref(), null)), off.ref(), POWER_ON);
    succeeds(client, new PowerOffVM_Task(host.vms().get("web-1").ref()));
  }

  @Test
  void changesOfMachinesNeedPrivilegesByWhatTheyChange() {
    Simulator host =
        hostWith(
            SimulatorRole.of(
                "some", "VirtualMachine.Config.Memory", "VirtualMachine.Config.Annotation"));
    VimClient client = guest(host);
    ManagedObjectReference vm = host.vms().get("build agent").ref();
    VirtualMachineConfigSpec.Builder allowed =
        VirtualMachineConfigSpec.builder().memoryMB(1024L).annotation("x");

    succeeds(client, new ReconfigVM_Task(vm, allowed.build()));
    Map.of(
            "VirtualMachine.Config.CPUCount",
            VirtualMachineConfigSpec.builder().memoryMB(512L).numCPUs(1).build(),
            "VirtualMachine.Config.Rename",
            VirtualMachineConfigSpec.builder().name("other").build(),
            "VirtualMachine.Config.Settings",
            VirtualMachineConfigSpec.builder().firmware("efi").build())
        .forEach((privilege, spec) ->
            assertDenied(() -> client.call(new ReconfigVM_Task(vm, spec)), vm, privilege));
    assertThat(read(client, vm, "config.hardware.memoryMB", Integer.class)).isEqualTo(1024);
  }

  @Test
  void severalMachinesNeedThePrivilegeEach() {
    Simulator host = hostWith(Preset.VCENTER, SimulatorRole.of("starter", POWER_ON));
    VimClient client = guest(host);
    SimulatedVm vm = host.vms().all().get(2);
    host.permissions().grant(vm.ref(), "guest", SimulatorRole.readOnly(), false);
    ManagedObjectReference datacenter =
        client.call(
            new dev.vireo.vim.methods.FindByInventoryPath(
                Objects.requireNonNull(client.serviceContent().searchIndex()), "Datacenter"));

    assertDenied(
        () ->
            client.call(
                new PowerOnMultiVM_Task(
                    Objects.requireNonNull(datacenter), List.of(vm.ref()), List.of())),
        vm.ref(),
        POWER_ON);
  }

  @Test
  void whatIsNearestInTheTreeCounts() {
    Simulator host = hostWith(SimulatorRole.noAccess());
    VimClient client = guest(host);
    SimulatedVm mine = host.vms().get("build agent");
    SimulatedVm other = host.vms().get("Büro/Test 100%");
    SimulatorRole starter = SimulatorRole.of("starter", POWER_ON);
    host.permissions().grant(mine.ref(), "guest", starter, false);

    succeeds(client, new PowerOnVM_Task(mine.ref(), null));
    assertDenied(() -> client.call(new PowerOnVM_Task(other.ref(), null)), other.ref(), POWER_ON);

    ManagedObjectReference folder =
        read(logIn(host), other.ref(), "parent", ManagedObjectReference.class);
    host.permissions().grant(folder, "guest", starter, false);
    assertDenied(() -> client.call(new PowerOnVM_Task(other.ref(), null)), other.ref(), POWER_ON);
    host.permissions().grant(folder, "guest", starter, true);
    succeeds(client, new PowerOnVM_Task(other.ref(), null));
    host.permissions().revoke(folder, "guest");
    assertThat(denial(() -> client.call(new PowerOnVM_Task(other.ref(), null)))).isNotNull();
  }

  @Test
  void whoMayNotLookSeesNothing() {
    Simulator host = hostWith(SimulatorRole.noAccess());
    VimClient client = guest(host);
    ManagedObjectReference vm = host.vms().get("web-1").ref();

    ObjectProperties seen = properties(client, vm, "name", "config");
    for (String path : List.of("name", "config")) {
      assertDenied(() -> seen.find(path, Object.class), vm, "System.Read");
    }
  }

  @Test
  void tasksAreCancelledByThoseWhoMay() {
    Simulator host =
        start(
            SimulatorConfig.esx80().toBuilder()
                .taskDuration(Duration.ofSeconds(60))
                .user("guest", SECRET, SimulatorRole.of("starter", POWER_ON))
                .build());
    ManagedObjectReference vm = host.vms().get("build agent").ref();
    VimClient admin = logIn(host);
    VimClient client = guest(host);
    ManagedObjectReference theirs = admin.call(new PowerOnVM_Task(vm, null));

    assertDenied(() -> client.run(new CancelTask(theirs)), vm, "Global.CancelTask");
    admin.run(new CancelTask(theirs));
    client.run(new CancelTask(client.call(new PowerOnVM_Task(vm, null))));
  }

  @Test
  void datastoresNeedTheirOwnPrivileges() {
    Simulator host = hostWith(SimulatorRole.readOnly());
    VimClient client = guest(host);
    ManagedObjectReference datastore = datastore(client, host.vms().get("web-1").ref());
    ManagedObjectReference browser =
        read(client, datastore, "browser", ManagedObjectReference.class);
    ManagedObjectReference files = Objects.requireNonNull(client.serviceContent().fileManager());

    assertDenied(
        () -> client.call(new SearchDatastore_Task(browser, "[datastore1]", null)),
        datastore,
        "Datastore.Browse");
    assertDenied(
        () -> client.run(new MakeDirectory(files, "[datastore1] x", null, null)),
        datastore,
        "Datastore.FileManagement");
  }

  @Test
  void filesNeedThemToo() {
    Simulator host = hostWith(SimulatorRole.of("looker", "Datastore.Browse"));
    VimTransport transport = host.transport();
    String path = "/folder/web-1/web-1.vmx?dcPath=ha-datacenter&dsName=datastore1";
    Map<String, String> basic = Map.of("Authorization", basic("guest:secret"));

    assertThat(send(transport, Verb.GET, path, basic, new byte[0]).status()).isEqualTo(200);
    assertThat(send(transport, Verb.PUT, path, basic, new byte[3]).status()).isEqualTo(403);
    assertThat(
            send(transport, Verb.GET, path, Map.of("Authorization", basic("guest:no")), new byte[0])
                .status())
        .isEqualTo(401);
    assertThat(
            send(transport, Verb.GET, path, Map.of("Authorization", "Basic %%%"), new byte[0])
                .status())
        .isEqualTo(401);
    host.permissions()
        .grant(
            datastore(logIn(host), host.vms().get("web-1").ref()),
            "guest",
            SimulatorRole.readOnly(),
            true);
    assertThat(send(transport, Verb.GET, path, basic, new byte[0]).status()).isEqualTo(403);
  }

  private static String basic(String pair) {
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @EnumSource(names = {"ESX80", "VCENTER"})
  void theAuthorizationManagerTellsIt(Preset preset) {
    Simulator host = hostWith(preset, SimulatorRole.of("starter", POWER_ON));
    VimClient admin = logIn(host);
    ManagedObjectReference manager =
        Objects.requireNonNull(admin.serviceContent().authorizationManager());
    AuthorizationRole starter =
        properties(admin, manager, "roleList").list("roleList", AuthorizationRole.class).stream()
            .filter(role -> role.name().equals("starter"))
            .findFirst()
            .orElseThrow();
    SimulatedVm vm = host.vms().all().getFirst();

    assertThat(starter.privilege())
        .containsExactlyInAnyOrder("System.Anonymous", "System.View", "System.Read", POWER_ON);
    assertThat(starter.system()).isFalse();
    assertThat(admin.call(new RetrieveAllPermissions(manager)))
        .extracting(Permission::principal, Permission::roleId)
        .contains(
            org.assertj.core.groups.Tuple.tuple("guest", starter.roleId()),
            org.assertj.core.groups.Tuple.tuple(host.config().userName(), -1));
    host.permissions().grant(vm.ref(), "guest", SimulatorRole.readOnly(), true);
    assertThat(admin.call(new RetrieveEntityPermissions(manager, vm.ref(), false)))
        .extracting(Permission::roleId)
        .containsExactly(-2);
    assertThat(admin.call(new RetrieveEntityPermissions(manager, vm.ref(), true))).hasSize(3);
    assertThat(properties(admin, vm.ref(), "permission").list("permission", Permission.class))
        .extracting(Permission::principal)
        .containsExactly("guest");
  }

  @Test
  void privilegesCanBeAskedFor() {
    Simulator host = hostWith(SimulatorRole.of("starter", POWER_ON));
    VimClient client = connect(host);
    UserSession session = client.login("guest", SECRET);
    ManagedObjectReference manager =
        Objects.requireNonNull(client.serviceContent().authorizationManager());
    ManagedObjectReference vm = host.vms().get("web-1").ref();
    List<String> asked = List.of("VirtualMachine.Interact.PowerOff", POWER_ON);

    assertThat(client.call(new HasPrivilegeOnEntity(manager, vm, session.key(), asked)))
        .containsExactly(false, true);
    assertThat(
            client
                .call(new HasPrivilegeOnEntities(manager, List.of(vm), session.key(), asked))
                .getFirst()
                .privAvailability())
        .extracting(PrivilegeAvailability::isGranted)
        .containsExactly(false, true);
  }

  @Test
  void usersHavePasswordsOfTheirOwn() {
    Simulator host = hostWith(SimulatorRole.readOnly());

    assertThat(faultOf(() -> connect(host).login("guest", host.config().password())))
        .isEqualTo("InvalidLogin");
    assertThat(faultOf(() -> connect(host).login("nobody", SECRET))).isEqualTo("InvalidLogin");
    assertThat(faultOf(() -> connect(host).login("nobody", new char[0]))).isEqualTo("InvalidLogin");
    guest(host);
  }

  @Test
  void mistakesAreSaid() {
    Simulator host = start();

    assertThatThrownBy(() -> SimulatorRole.of("x", "VirtualMachine.Interact.PowerOm"))
        .hasMessageContaining("VirtualMachine.Interact.PowerOm");
    assertThatThrownBy(() -> SimulatorRole.of("Admin"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SimulatorRole.standard("Nobody")).hasMessageContaining("ReadOnly");
    assertThatThrownBy(() ->
            host.permissions()
                .grant(host.vms().get("web-1").ref(), "nobody", SimulatorRole.readOnly(), true))
        .hasMessageContaining("nobody");
  }

  @Test
  void sessionsAreLimited() {
    Simulator host = start(SimulatorConfig.esx80().toBuilder().maxSessions(2).build());
    VimClient first = logIn(host);
    logIn(host);

    assertThatThrownBy(() -> logIn(host)).hasMessageContaining("503");
    first.close();
    logIn(host);
  }

  /** What the schema says of methods that the host has. */
  @Test
  void methodsNeedWhatTheApiSays() throws IOException {
    Pattern line = Pattern.compile("(?m)^method (\\w+) [^:\\n]*?\\bprivilege ([\\w.]+)");
    Map<String, String> declared = new TreeMap<>();
    try (Stream<Path> files = Files.list(Path.of("..", "schema", "src", "main", "vi"))) {
      for (Path file : files.toList()) {
        Matcher matcher = line.matcher(Files.readString(file));
        while (matcher.find()) {
          declared.put(matcher.group(1), matcher.group(2));
        }
      }
    }
    Map<String, String> table = MethodTable.complete().privileges();
    declared.keySet().retainAll(table.keySet());

    assertThat(declared).hasSizeGreaterThan(15);
    assertThat(table).containsAllEntriesOf(declared);
  }
}

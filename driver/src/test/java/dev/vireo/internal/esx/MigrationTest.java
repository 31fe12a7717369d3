package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.Connect;
import dev.vireo.ConnectFeature;
import dev.vireo.Domain;
import dev.vireo.DomainState;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.MigrationParameters;
import dev.vireo.TaskOptions;
import dev.vireo.flag.DomainMigrateFlag;
import dev.vireo.simulator.FaultEffect;
import dev.vireo.simulator.FaultRule;
import dev.vireo.simulator.GuestQuestion;
import dev.vireo.simulator.HostContents;
import dev.vireo.simulator.Hypervisor;
import dev.vireo.simulator.InventoryShape;
import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.Preset;
import dev.vireo.simulator.SimulatedVm;
import dev.vireo.simulator.Simulator;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.MethodFault;
import dev.vireo.vim.types.MethodNotFound;
import dev.vireo.vim.types.SystemError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Moving domains between hosts of a vCenter. */
@Timeout(120)
class MigrationTest {

  private static final ManagedObjectReference SOMETHING = new ManagedObjectReference("X", "x");

  private ServedHost host = ServedHost.start(ServedHost.empty(Preset.VCENTER).build());
  private Simulator simulator = host.simulator();
  private final List<Connect> open = new ArrayList<>();

  @BeforeEach
  void addMachine() {
    simulator.vms().add("web").power(PowerState.ON);
  }

  @AfterEach
  void nothingIsLeft() {
    open.forEach(Connect::close);
    assertThat(simulator.sessions()).isEmpty();
    assertThat(simulator.requests().count("DestroyPropertyCollector"))
        .isEqualTo(simulator.requests().count("CreatePropertyCollector"));
    host.close();
  }

  /** Takes another vCenter with machines and datastores of its own. */
  private void startWith(InventoryShape shape) {
    host.close();
    host = ServedHost.start(ServedHost.empty(Preset.VCENTER).inventory(shape).build());
    simulator = host.simulator();
  }

  private Connect at(String path) {
    return at(path, "");
  }

  private Connect at(String path, String parameters) {
    return opened(
        Connect.open(
            host.uri(parameters).replace("Datacenter/Cluster/esx1.example.com", path),
            host.credentials(),
            ServedHost.options()));
  }

  private Connect opened(Connect connect) {
    open.add(connect);
    return connect;
  }

  private Connect first() {
    return at("Datacenter/Cluster/esx1.example.com");
  }

  private Connect second() {
    return at("Datacenter/Cluster/esx2.example.com");
  }

  private SimulatedVm web() {
    return simulator.vms().get("web");
  }

  private String uriOf(String name) {
    Hypervisor to = simulator.hypervisors().get(name);
    return "vpxmigr://127.0.0.1/" + to.pool().value() + "/" + to.ref().value();
  }

  private static LibvirtException failure(ThrowingCallable action, ErrorCode code) {
    List<LibvirtException> thrown = new ArrayList<>();
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(
            LibvirtException.class,
            e -> {
              assertThat(e.code()).as(e.getMessage()).isEqualTo(code);
              thrown.add(e);
            });
    return thrown.get(0);
  }

  private static FaultEffect fault(MethodFault fault) {
    return new FaultEffect.SoapFault(fault, "Not today.");
  }

  private static FaultEffect unknownMethod(String name) {
    return fault(new MethodNotFound(null, List.of(), SOMETHING, name));
  }

  private void assertStays(ThrowingCallable action, ErrorCode code, String text) {
    HostContents before = simulator.contents();
    assertThat(failure(action, code)).hasMessageContaining(text);
    assertThat(simulator.contents()).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource
  void aDomainComesToTheOtherHostAsItIs(PowerState state) {
    web().power(state);
    Domain domain = first().domainLookupByName("web");

    Domain there = domain.migrate(second(), Set.of(DomainMigrateFlag.LIVE), null, null, 0);

    assertThat(web().host()).isEqualTo("esx2.example.com");
    assertThat(web().power()).isEqualTo(state);
    assertThat(there.getUUID()).isEqualTo(domain.getUUID());
    assertThat(there.getID()).isEqualTo(domain.getID());
    assertThat(there.getState()).isEqualTo(domain.getState()).isNotEqualTo(DomainState.NOSTATE);
    assertThat(first().listAllDomains(Set.of())).isEmpty();
    assertThat(simulator.requests().count("ValidateMigration")).isEqualTo(1);
    assertThat(simulator.requests().count("CheckMigrate_Task")).isZero();
  }

  @Test
  void itComesIntoTheResourcePoolOfAnotherCluster() {
    first()
        .domainLookupByName("web")
        .migrate(
            at("Datacenter/Racks/Rack%201%20+%202/Edge%20%252f%20Lab/esx4.example.com"),
            Set.of(),
            null,
            null,
            0);

    assertThat(web().host()).isEqualTo("esx4.example.com");
  }

  @Test
  void theProgressIsTold() {
    List<Integer> heard = new ArrayList<>();
    first()
        .domainLookupByName("web")
        .migrate3(
            second(),
            MigrationParameters.NONE,
            Set.of(),
            TaskOptions.DEFAULT.withProgress(heard::add));

    assertThat(heard).isSorted().endsWith(100);
  }

  private void withoutOldCheck() {
    simulator.faults().add(FaultRule.on("ValidateMigration", unknownMethod("ValidateMigration")));
  }

  /** On a vCenter whose tasks do not end. */
  private Domain stuck(boolean checks) {
    host.close();
    host =
        ServedHost.start(
            ServedHost.empty(Preset.VCENTER).taskDuration(Duration.ofHours(1)).build());
    simulator = host.simulator();
    addMachine();
    if (checks) {
      withoutOldCheck();
    }
    return first().domainLookupByName("web");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theCallerCanCancel(boolean duringTheCheck) {
    Domain domain = stuck(duringTheCheck);
    Connect there = second();
    TaskOptions options = TaskOptions.DEFAULT.withCancelled(() -> true);

    assertStays(
        () -> domain.migrate3(there, MigrationParameters.NONE, Set.of(), options),
        ErrorCode.OPERATION_ABORTED,
        "Could not migrate domain: cancelled; the task was cancelled");
    assertThat(simulator.requests().count("CancelTask")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aTimeLimitHolds(boolean duringTheCheck) {
    Domain domain = stuck(duringTheCheck);
    Connect there = second();
    TaskOptions options = TaskOptions.DEFAULT.withTimeout(Duration.ofMillis(5));

    assertStays(
        () -> domain.migrate3(there, MigrationParameters.NONE, Set.of(), options),
        ErrorCode.OPERATION_TIMEOUT,
        "Could not migrate domain: not done after 5 ms; the task was cancelled");
  }

  @Test
  void aTaskThatFailsIsToldInLibvirtsWords() {
    simulator
        .faults()
        .add(
            FaultRule.on(
                "MigrateVM_Task",
                new FaultEffect.TaskFault(
                    new SystemError(null, List.of(), "worn out"), "Worn out.")));
    Domain domain = first().domainLookupByName("web");
    Connect there = second();

    assertStays(
        () -> domain.migrate(there, Set.of(), null, null, 0),
        ErrorCode.INTERNAL_ERROR,
        "internal error: Could not migrate domain, migration task finished with an error:"
            + " SystemError - Worn out.");
  }

  @Test
  void whatPreventsItIsToldBefore() {
    Domain domain = first().domainLookupByName("web");
    Connect there = second();
    simulator.hypervisors().get("esx2.example.com").connected(false);

    assertStays(
        () -> domain.migrate(there, Set.of(), null, null, 0),
        ErrorCode.INTERNAL_ERROR,
        "internal error: Could not migrate domain, validation reported a problem: Cannot"
            + " migrate web to esx2.example.com and resource pool Resources: Unable to communicate"
            + " with the remote host, since it is disconnected.");
    assertThat(simulator.requests().count("MigrateVM_Task")).isZero();
  }

  @Test
  void allThatPreventsItIsTold() {
    Domain domain = first().domainLookupByName("web");
    Connect there = at("Branch%20offices/North%20&%20West/Branch%2050%2525/esx5.example.com");

    assertStays(
        () -> domain.migrate(there, Set.of(), null, null, 0),
        ErrorCode.INTERNAL_ERROR,
        "did not belong to the same datacenter.; Cannot migrate web to esx5.example.com and"
            + " resource pool Resources: Virtual disk 'Hard disk 1' is not accessible");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aVcenterWithoutTheOldCallIsAskedByTheNewOne(boolean disconnected) {
    withoutOldCheck();
    simulator.hypervisors().get("esx2.example.com").connected(!disconnected);
    Domain domain = first().domainLookupByName("web");
    Connect there = second();

    if (disconnected) {
      assertStays(
          () -> domain.migrate(there, Set.of(), null, null, 0),
          ErrorCode.INTERNAL_ERROR,
          "validation reported a problem: Unable to communicate with the remote host");
    } else {
      domain.migrate(there, Set.of(), null, null, 0);
      assertThat(web().host()).isEqualTo("esx2.example.com");
    }
    assertThat(simulator.requests().count("CheckMigrate_Task")).isEqualTo(1);
  }

  @Test
  void aVcenterWithoutTheOldCallMovesByTheNewOne() {
    simulator.faults().add(FaultRule.on("MigrateVM_Task", unknownMethod("MigrateVM_Task")));

    first().domainLookupByName("web").migrate(second(), Set.of(), null, null, 0);

    assertThat(simulator.requests().count("RelocateVM_Task")).isEqualTo(1);
    assertThat(web().host()).isEqualTo("esx2.example.com");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aWarningPreventsNothing(boolean old) {
    if (!old) {
      withoutOldCheck();
    }
    web().power(PowerState.OFF);
    web().addNetworkCard("nowhere");

    first().domainLookupByName("web").migrate(second(), Set.of(), null, null, 0);

    assertThat(web().host()).isEqualTo("esx2.example.com");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "foo://127.0.0.1/a/b | Only vpxmigr:// migration URIs are supported",
        "vpxmigr://192.0.2.1/a/b | Migration source and destination have to refer to the same"
            + " vCenter",
        "vpxmigr://127.0.0.1/a/b?instance=other | Migration source and destination have to refer"
            + " to the same vCenter",
        "vpxmigr://127.0.0.1/ | Migration URI has to specify resource pool and host system",
        "vpxmigr://127.0.0.1/a | Migration URI has to specify resource pool and host system",
        "vpxmigr://127.0.0.1/a/b?x=y | Migration URI has unexpected query parameter 'x'",
      })
  void aUriThatLeadsNowhereIsRefused(String uri, String text) {
    Domain domain = first().domainLookupByName("web");
    Connect there = second();

    assertStays(
        () -> domain.migrate(there, Set.of(), null, uri, 0),
        ErrorCode.INVALID_ARG,
        "invalid argument: " + text);
    assertStays(
        () -> domain.migrateToURI(uri, Set.of(), null, 0),
        ErrorCode.INVALID_ARG,
        "invalid argument: " + text);
  }

  @Test
  void aUriAloneWillDo() {
    first()
        .domainLookupByName("web")
        .migrateToURI(uriOf("esx2.example.com"), Set.of(DomainMigrateFlag.LIVE), null, 7);

    assertThat(web().host()).isEqualTo("esx2.example.com");
  }

  @Test
  void aReferenceThatIsNoneIsToldAndChangesNothing() {
    Domain domain = first().domainLookupByName("web");

    assertStays(
        () -> domain.migrateToURI("vpxmigr://127.0.0.1/no/where", Set.of(), null, 0),
        ErrorCode.INTERNAL_ERROR,
        "Could not migrate domain: ManagedObjectNotFound");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TUNNELLED | INVALID_ARG | cannot perform tunnelled migration without using peer2peer flag",
        "CHANGE_PROTECTION | ARGUMENT_UNSUPPORTED | cannot enforce change protection",
        "NON_SHARED_INC | INVALID_ARG | unsupported flags (0x80) in function"
            + " esxDomainMigratePrepare",
        "COMPRESSED | INVALID_ARG | unsupported flags (0x800) in function esxDomainMigratePrepare",
        "OFFLINE | OPERATION_INVALID | Domain is not powered off",
        "PEER2PEER | INVALID_ARG | use virDomainMigrateToURI3 for peer-to-peer migration",
      })
  void whatNoVcenterCanIsRefused(DomainMigrateFlag flag, ErrorCode code, String text) {
    Domain domain = first().domainLookupByName("web");
    Connect there = second();

    assertStays(() -> domain.migrate(there, Set.of(flag), null, null, 0), code, text);
  }

  @Test
  void whatNoVcenterCanIsRefusedWithoutADestination() {
    Domain domain = first().domainLookupByName("web");
    String there = uriOf("esx2.example.com");

    assertStays(
        () -> domain.migrateToURI(there, Set.of(DomainMigrateFlag.PEER2PEER), null, 0),
        ErrorCode.ARGUMENT_UNSUPPORTED,
        "p2p migration is not supported by the source host");
    assertStays(
        () -> domain.migrateToURI(there, Set.of(DomainMigrateFlag.UNSAFE), null, 0),
        ErrorCode.INVALID_ARG,
        "unsupported flags (0x200) in function esxDomainMigratePerform");
    assertStays(
        () ->
            domain.migrateToURI3(
                there,
                MigrationParameters.NONE.withDestinationXml("<domain/>"),
                Set.of(),
                TaskOptions.DEFAULT),
        ErrorCode.ARGUMENT_UNSUPPORTED,
        "Unable to change target guest XML during migration");
  }

  @Test
  void disksAreCopiedInOneWayOnly() {
    Domain domain = first().domainLookupByName("web");
    Connect there = second();

    assertStays(
        () ->
            domain.migrate(
                there,
                Set.of(DomainMigrateFlag.NON_SHARED_DISK, DomainMigrateFlag.NON_SHARED_INC),
                null,
                null,
                0),
        ErrorCode.INVALID_ARG,
        "are mutually exclusive");
  }

  @Test
  void whatIsOffIsMigratedOffline() {
    web().power(PowerState.OFF);

    first()
        .domainLookupByName("web")
        .migrate(second(), Set.of(DomainMigrateFlag.OFFLINE), null, null, 0);

    assertThat(web().host()).isEqualTo("esx2.example.com");
  }

  @Test
  void aHostWithoutVmotionCannotMigrate() {
    simulator.hypervisors().get("esx2.example.com").vmotion(false);
    Connect here = first();
    Connect there = second();
    Domain domain = here.domainLookupByName("web");

    assertThat(here.supportsFeature(ConnectFeature.MIGRATION_V1)).isTrue();
    assertThat(here.supportsFeature(ConnectFeature.MIGRATION_V3)).isFalse();
    assertThat(there.supportsFeature(ConnectFeature.MIGRATION_V1)).isFalse();
    assertStays(
        () -> domain.migrate(there, Set.of(), null, null, 0),
        ErrorCode.NO_SUPPORT,
        "this function is not supported by the connection driver: virDomainMigrate");
    simulator.hypervisors().get("esx2.example.com").vmotion(true);
    assertThat(there.supportsFeature(ConnectFeature.MIGRATION_V1)).isTrue();
  }

  @Test
  void withoutAVcenterNothingIsMigrated() {
    try (ServedHost alone = ServedHost.start(ServedHost.empty(Preset.ESX80).vms(1).build());
        Connect connect = alone.open()) {
      Domain domain = connect.listAllDomains(Set.of()).get(0);

      assertThat(connect.supportsFeature(ConnectFeature.MIGRATION_V1)).isFalse();
      assertThat(
              failure(
                  () ->
                      domain.migrate3(
                          connect, MigrationParameters.NONE, Set.of(), TaskOptions.DEFAULT),
                  ErrorCode.NO_SUPPORT))
          .hasMessage("this function is not supported by the connection driver: virDomainMigrate3");
      assertThat(
              failure(
                  () -> domain.migrateToURI("vpxmigr://a/b/c", Set.of(), null, 0),
                  ErrorCode.ARGUMENT_UNSUPPORTED))
          .hasMessageContaining("direct migration is not supported by the source host");
    }
  }

  @Test
  void aReadOnlyConnectionMigratesNothingAndTakesNothing() {
    Connect readOnly =
        opened(
            Connect.open(
                host.uri(""), host.credentials(), ServedHost.options().withReadOnly(true)));
    Domain domain = readOnly.domainLookupByName("web");
    Domain writable = first().domainLookupByName("web");
    Connect there = second();

    for (ThrowingCallable action :
        List.<ThrowingCallable>of(
            () -> domain.migrate(there, Set.of(), null, null, 0),
            () -> domain.migrateToURI("vpxmigr://a/b/c", Set.of(), null, 0),
            () -> writable.migrate(readOnly, Set.of(), null, null, 0))) {
      assertStays(action, ErrorCode.OPERATION_DENIED, "read only access prevents virDomainMigrate");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"web2", "a/b", "50% & <more>", "'\"[x]\\y", "Büro 🖥", " blank "})
  void itCanBeCalledOtherwiseAfterwards(String name) {
    Domain there = first().domainLookupByName("web").migrate(second(), Set.of(), name, null, 0);

    assertThat(there.getName()).isEqualTo(name);
    assertThat(simulator.vms().get(name).host()).isEqualTo("esx2.example.com");
    assertThat(there.getXMLDesc(Set.of())).contains("<domain");
  }

  @Test
  void aNameThatIsTakenIsToldBeforeItGoes() {
    simulator.vms().add("db");
    Domain domain = first().domainLookupByName("web");
    Connect there = second();

    assertStays(
        () -> domain.migrate(there, Set.of(), "db", null, 0),
        ErrorCode.DOM_EXIST,
        "Could not rename domain: DuplicateName");
    assertThat(simulator.requests().count("MigrateVM_Task")).isZero();
  }

  @Test
  void itKeepsItsNameWhenItCannotGo() {
    simulator
        .faults()
        .add(
            FaultRule.on(
                "MigrateVM_Task",
                new FaultEffect.TaskFault(
                    new SystemError(null, List.of(), "worn out"), "Worn out.")));
    Domain domain = first().domainLookupByName("web");
    Connect there = second();

    assertStays(
        () -> domain.migrate(there, Set.of(), "other", null, 0),
        ErrorCode.INTERNAL_ERROR,
        "Worn out.");
    assertThat(simulator.requests().count("Rename_Task")).isEqualTo(2);
  }

  @Test
  void itsFilesGoToTheDatastoreThatIsNamed() {
    startWith(InventoryShape.PLAIN.withDatastores(2).withVms(1));
    SimulatedVm vm = simulator.vms().all().get(0);
    String name = vm.name();
    vm.power(PowerState.ON);

    at("DC1/C1/esx1.example.com")
        .domainLookupByName(name)
        .migrateToURI(uriOf("esx2.example.com") + "?datastore=datastore2", Set.of(), null, 0);

    assertThat(vm.host()).isEqualTo("esx2.example.com");
    assertThat(simulator.contents().files().keySet())
        .isNotEmpty()
        .allMatch(file -> file.startsWith("[datastore2] "));
    assertThat(at("DC1/C1/esx2.example.com").domainLookupByName(name).getXMLDesc(Set.of()))
        .contains("<source file='[datastore2] ")
        .doesNotContain("datastore1");
  }

  @Test
  void aDatastoreThatIsNotThereIsToldWithThoseThatAre() {
    startWith(InventoryShape.PLAIN.withDatastores(2).withVms(1));
    String name = simulator.vms().names().get(0);
    Domain domain = at("DC1/C1/esx1.example.com").domainLookupByName(name);
    String there = uriOf("esx2.example.com") + "?datastore=nosuch";

    LibvirtException failure =
        failure(() -> domain.migrateToURI(there, Set.of(), null, 0), ErrorCode.NO_STORAGE_POOL);

    assertThat(failure).hasMessageContaining("The destination has no datastore 'nosuch'");
    assertThat(failure.hints()).containsExactly("it has 'datastore1', 'datastore2'");
  }

  @Test
  void itsFilesGoWhereMostSpaceIsLeft() {
    startWith(InventoryShape.PLAIN.withDatastores(2).withVms(2));
    String name = simulator.vms().names().get(0);
    String other = simulator.vms().names().get(1);

    at("DC1/C1/esx1.example.com")
        .domainLookupByName(name)
        .migrate(
            at("DC1/C1/esx2.example.com"),
            Set.of(DomainMigrateFlag.NON_SHARED_DISK),
            null,
            null,
            0);

    assertThat(simulator.requests().count("CheckRelocate_Task")).isEqualTo(1);
    assertThat(simulator.contents().files().keySet())
        .anyMatch(file -> file.startsWith("[datastore2] " + name + "/"))
        .noneMatch(file -> file.startsWith("[datastore1] " + name + "/"))
        .anyMatch(file -> file.startsWith("[datastore1] " + other + "/"));
  }

  @Test
  void aQuestionThatBlocksItIsAnError() {
    web().ask(GuestQuestion.movedOrCopied());
    Domain domain = first().domainLookupByName("web");
    Connect there = second();

    assertThat(
            failure(() -> domain.migrate(there, Set.of(), null, null, 0), ErrorCode.INTERNAL_ERROR))
        .hasMessageContaining("Pending question blocks virtual machine execution");
    assertThat(web().host()).isEqualTo("esx1.example.com");
  }

  @Test
  void anEsxHostMigratesThroughTheVcenterThatManagesIt() {
    try (LinkedHosts hosts = LinkedHosts.managed()) {
      Simulator esx = hosts.esx().simulator();
      esx.vms().add("Fedora11").power(PowerState.ON);
      for (String vCenter : List.of("&vcenter=*", hosts.parameter())) {
        try (Connect source = hosts.esx().open(vCenter);
            Connect there =
                Connect.open(
                    hosts.vCenter().uri("").replace("esx1.", "esx2."),
                    hosts.vCenter().credentials(),
                    ServedHost.options())) {
          Domain moved =
              source
                  .domainLookupByName("Fedora11")
                  .migrate(there, Set.of(DomainMigrateFlag.LIVE), null, null, 0);

          assertThat(moved.getState()).isEqualTo(DomainState.RUNNING);
          assertThat(esx.vms().names()).isEmpty();

          Domain back = moved.migrate(source, Set.of(), null, null, 0);

          assertThat(back.getState()).isEqualTo(DomainState.RUNNING);
          assertThat(esx.vms().names()).containsExactly("Fedora11");
        }
      }
      assertThat(esx.sessions()).isEmpty();
      assertThat(hosts.vCenter().simulator().sessions()).isEmpty();
    }
  }
}

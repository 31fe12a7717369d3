package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.vireo.Connect;
import dev.vireo.Domain;
import dev.vireo.DomainInfo;
import dev.vireo.DomainState;
import dev.vireo.DomainSummary;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.flag.DomainListFlag;
import dev.vireo.simulator.FaultEffect;
import dev.vireo.simulator.FaultRule;
import dev.vireo.vim.types.ArrayOf;
import dev.vireo.vim.types.AutoStartDefaults;
import dev.vireo.vim.types.AutoStartPowerInfo;
import dev.vireo.vim.types.AutoStartWaitHeartbeatSetting;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.VirtualMachinePowerState;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class DomainsTest extends DriverTestBase {

  private static final ManagedObjectReference WEB =
      new ManagedObjectReference("VirtualMachine", "1");

  @Test
  void aListShowsEverythingOfEachDomain() {
    try (Connect connect = connect()) {
      assertThat(connect.listAllDomainSummaries(Set.of()))
          .extracting(
              DomainSummary::id, DomainSummary::name, DomainSummary::uuid, DomainSummary::state)
          .containsExactly(
              row(1, "web", DomainState.RUNNING),
              row(2, "db", DomainState.RUNNING),
              row(3, "build", DomainState.PAUSED),
              row(-1, "old", DomainState.SHUTOFF),
              row(-1, "a/b", DomainState.SHUTOFF));
    }
  }

  private Tuple row(int id, String name, DomainState state) {
    return tuple(id, name, machine(name).instanceUuid(), state);
  }

  @Test
  void suspendedDomainsAreActiveButDefined() {
    try (Connect connect = connect()) {
      assertThat(connect.listDomains()).containsExactly(1, 2);
      assertThat(connect.numOfDomains()).isEqualTo(2);
      assertThat(connect.listDefinedDomains()).containsExactly("build", "old", "a/b");
      assertThat(connect.numOfDefinedDomains()).isEqualTo(3);
      assertThat(names(connect, DomainListFlag.ACTIVE)).containsExactly("web", "db", "build");
      assertThat(names(connect, DomainListFlag.INACTIVE)).containsExactly("old", "a/b");
      assertThat(names(connect, DomainListFlag.TRANSIENT)).isEmpty();
    }
  }

  @Test
  void snapshotsAndAutomaticStartsFilter() {
    host.properties()
        .set(
            WEB,
            "snapshot.rootSnapshotList",
            ArrayOf.references(
                List.of(new ManagedObjectReference("VirtualMachineSnapshot", "s-1"))));
    autostart(true, WEB);
    try (Connect connect = connect()) {
      assertThat(names(connect, DomainListFlag.HAS_SNAPSHOT)).containsExactly("web");
      assertThat(names(connect, DomainListFlag.NO_SNAPSHOT)).hasSize(4);
      assertThat(names(connect, DomainListFlag.AUTOSTART)).containsExactly("web");
      assertThat(names(connect, DomainListFlag.NO_AUTOSTART)).hasSize(4);
      assertThat(connect.domainLookupByName("web").getAutostart()).isTrue();
      assertThat(connect.domainLookupByName("db").getAutostart()).isFalse();
      autostart(false, WEB);
      assertThat(connect.domainLookupByName("web").getAutostart()).isFalse();
    }
  }

  private void autostart(boolean enabled, ManagedObjectReference machine) {
    ManagedObjectReference manager =
        new ManagedObjectReference("HostAutoStartManager", "ha-autostart-mgr");
    host.properties()
        .set(manager, "config.defaults", new AutoStartDefaults(enabled, null, null, null, null));
    host.properties()
        .set(
            manager,
            "config.powerInfo",
            new ArrayOf(
                "AutoStartPowerInfo",
                List.of(
                    new AutoStartPowerInfo(
                        machine,
                        -1,
                        -1,
                        new AutoStartWaitHeartbeatSetting("systemDefault"),
                        "PowerOn",
                        -1,
                        "none"))));
  }

  private static List<String> names(Connect connect, DomainListFlag... flags) {
    return connect.listAllDomains(Set.of(flags)).stream().map(Domain::getName).toList();
  }

  @Test
  void aDomainWithAConfigurationProblemHasTheZeroUuid() {
    machine("web").configStatus("red");
    onDomain("web", web -> assertThat(web.getUUID()).isEqualTo(new UUID(0, 0)));
  }

  @Test
  void domainsAreFoundByIdNameAndUuid() {
    try (Connect connect = connect()) {
      assertThat(connect.domainLookupByID(3).getName()).isEqualTo("build");
      assertThat(connect.domainLookupByName("a/b").getID()).isEqualTo(-1);
      UUID uuid = Objects.requireNonNull(machine("db").instanceUuid());
      assertThat(connect.domainLookupByUUID(uuid).getName()).isEqualTo("db");
      assertThat(connect.domainLookupByUUIDString(uuid.toString().replace("-", "")).getID())
          .isEqualTo(2);
    }
  }

  @Test
  void theLegacyUuidIsTheOneOfTheBios() {
    try (Connect connect = connect("?legacy_uuid=1")) {
      Domain web = connect.domainLookupByName("web");
      assertThat(web.getUUID()).isEqualTo(machine("web").biosUuid());
      assertThat(connect.domainLookupByUUID(web.getUUID()).getName()).isEqualTo("web");
      assertThatThrownBy(() ->
              connect.domainLookupByUUID(Objects.requireNonNull(machine("web").instanceUuid())))
          .isInstanceOf(LibvirtException.class);
    }
  }

  @Test
  void theBiosUuidIsFoundWhereNoDomainHasItAsItsOwn() {
    try (Connect connect = connect()) {
      Domain web = connect.domainLookupByUUID(machine("web").biosUuid());

      assertThat(web.getName()).isEqualTo("web");
      assertThat(web.getUUID()).isEqualTo(machine("web").instanceUuid());
    }
    assertThat(host.requests().count("FindAllByUuid")).isEqualTo(1);
  }

  @Test
  void aBiosUuidOfSeveralDomainsIsSaidToBe() {
    String machines =
        "<returnval type='VirtualMachine'>1</returnval>"
            + "<returnval type='VirtualMachine'>2</returnval>";
    host.faults()
        .add(
            FaultRule.on(
                "FindAllByUuid",
                new FaultEffect.Garbage(
                    "<Envelope xmlns='http://schemas.xmlsoap.org/soap/envelope/'><Body>"
                        + "<FindAllByUuidResponse xmlns='urn:vim25'>"
                        + machines
                        + "</FindAllByUuidResponse></Body></Envelope>")));
    UUID uuid = UUID.fromString("00000000-0000-0000-0000-000000000001");
    try (Connect connect = connect()) {
      assertThatThrownBy(() -> connect.domainLookupByUUID(uuid))
          .hasMessage("operation failed: 2 domains have the BIOS UUID '" + uuid + "'")
          .isInstanceOfSatisfying(
              LibvirtException.class,
              e ->
                  assertThat(e.hints())
                      .containsExactly(
                          "name the domain, or give its instance UUID, which 'domuuid' prints"));
    }
  }

  @Test
  void whatIsNotThereIsNotFound() {
    try (Connect connect = connect()) {
      assertFails(
          () -> connect.domainLookupByID(77),
          ErrorCode.NO_DOMAIN,
          "Domain not found: No domain with ID 77");
      assertFails(
          () -> connect.domainLookupByID(4),
          ErrorCode.NO_DOMAIN,
          "Domain not found: No domain with ID 4");
      assertFails(
          () -> connect.domainLookupByName("nosuch"),
          ErrorCode.NO_DOMAIN,
          "Domain not found: Could not find domain with name 'nosuch'");
      UUID uuid = UUID.fromString("00000000-0000-0000-0000-000000000001");
      assertFails(
          () -> connect.domainLookupByUUID(uuid),
          ErrorCode.NO_DOMAIN,
          "Domain not found: Could not find domain with UUID '" + uuid + "'");
      assertFails(
          () -> connect.domainLookupByUUIDString("web"),
          ErrorCode.INVALID_ARG,
          "invalid argument: uuidstr in virDomainLookupByUUIDString must be a valid UUID");
    }
  }

  @Test
  void aDomainKnowsItsSizeAndState() {
    host.properties().set(WEB, "config.memoryAllocation.limit", 512L);
    onDomain(
        "web",
        web -> {
          assertThat(web.getInfo())
              .isEqualTo(new DomainInfo(DomainState.RUNNING, 4_194_304, 524_288, 2, 0));
          host.properties().set(WEB, "config.memoryAllocation.limit", -1L);
          assertThat(web.getInfo().memoryKiB()).isEqualTo(4_194_304);
          assertThat(web.getMaxMemory()).isEqualTo(4_194_304);
          assertThat(web.getOSType()).isEqualTo("hvm");
          assertThat(web.getState()).isEqualTo(DomainState.RUNNING);
          assertThat(web.isActive()).isTrue();
          assertThat(web.isPersistent()).isTrue();
          assertThat(web.isUpdated()).isFalse();
          assertThat(web.hasManagedSaveImage()).isFalse();
        });
  }

  @Test
  void anUnknownPowerStateIsNoState() {
    host.properties().set(WEB, "runtime.powerState", new VirtualMachinePowerState("hovering"));
    onDomain("web", web -> assertThat(web.getState()).isEqualTo(DomainState.NOSTATE));
  }

  @Test
  void aDomainThatIsGoneIsNotFound() {
    onDomain(
        "web",
        web -> {
          host.vms().remove("web");
          assertFails(
              web::getState,
              ErrorCode.NO_DOMAIN,
              "Domain not found: The domain 'web' does not exist any more");
          assertFails(
              web::destroy,
              ErrorCode.NO_DOMAIN,
              "Domain not found: The domain 'web' does not exist any more");
          assertFails(
              web::isPersistent,
              ErrorCode.NO_DOMAIN,
              "Domain not found: The domain 'web' does not exist any more");
        });
  }
}

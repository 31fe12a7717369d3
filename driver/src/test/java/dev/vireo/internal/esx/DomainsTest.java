package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.Connect;
import dev.vireo.Domain;
import dev.vireo.DomainInfo;
import dev.vireo.DomainListFlag;
import dev.vireo.DomainState;
import dev.vireo.DomainSummary;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.vim.types.AutoStartDefaults;
import dev.vireo.vim.types.AutoStartPowerInfo;
import dev.vireo.vim.types.AutoStartWaitHeartbeatSetting;
import dev.vireo.vim.types.ManagedEntityStatus;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.NoPermission;
import dev.vireo.vim.types.VirtualMachinePowerState;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DomainsTest extends DriverTestBase {

  private static final ManagedObjectReference WEB = FakeHost.ref("VirtualMachine", "1");

  @Test
  void aListShowsEverythingOfEachDomain() {
    try (Connect connect = connect()) {
      assertThat(connect.listAllDomainSummaries(Set.of()))
          .extracting(
              DomainSummary::id, DomainSummary::name, DomainSummary::uuid, DomainSummary::state)
          .containsExactly(
              row(1, "web", 1, DomainState.RUNNING),
              row(2, "db", 2, DomainState.RUNNING),
              row(3, "build", 3, DomainState.PAUSED),
              row(-1, "old", 4, DomainState.SHUTOFF),
              row(-1, "a/b", 5, DomainState.SHUTOFF));
    }
  }

  private static org.assertj.core.groups.Tuple row(
      int id, String name, int number, DomainState state) {
    return org.assertj.core.api.Assertions.tuple(
        id, name, FakeMachines.instanceUuid(number), state);
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
    host.inventory()
        .put(WEB, "snapshot.rootSnapshotList", List.of(FakeHost.ref("Snapshot", "s-1")));
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
    ManagedObjectReference manager = FakeHost.ref("HostAutoStartManager", "ha-autostart-mgr");
    host.inventory().put(FakeHost.HOST, "configManager.autoStartManager", manager);
    host.inventory()
        .put(manager, "config.defaults", new AutoStartDefaults(enabled, null, null, null, null));
    host.inventory()
        .put(
            manager,
            "config.powerInfo",
            List.of(
                new AutoStartPowerInfo(
                    machine,
                    -1,
                    -1,
                    new AutoStartWaitHeartbeatSetting("systemDefault"),
                    "PowerOn",
                    -1,
                    "none")));
  }

  private static List<String> names(Connect connect, DomainListFlag... flags) {
    return connect.listAllDomains(Set.of(flags)).stream().map(Domain::getName).toList();
  }

  @Test
  void aDomainThatCannotBeReadDoesNotHideTheOthers() {
    host.inventory().put(WEB, "runtime.powerState", new NoPermission(WEB, "System.Read"));
    host.inventory().put(FakeHost.ref("VirtualMachine", "2"), "config.instanceUuid", null);
    try (Connect connect = connect()) {
      assertThat(names(connect)).containsExactly("build", "old", "a/b");
    }
  }

  @Test
  void aDomainWithAConfigurationProblemHasTheZeroUuid() {
    host.inventory().put(WEB, "configStatus", ManagedEntityStatus.RED);
    onDomain("web", web -> assertThat(web.getUUID()).isEqualTo(new UUID(0, 0)));
  }

  @Test
  void domainsAreFoundByIdNameAndUuid() {
    try (Connect connect = connect()) {
      assertThat(connect.domainLookupByID(3).getName()).isEqualTo("build");
      assertThat(connect.domainLookupByName("a/b").getID()).isEqualTo(-1);
      UUID uuid = FakeMachines.instanceUuid(2);
      assertThat(connect.domainLookupByUUID(uuid).getName()).isEqualTo("db");
      assertThat(connect.domainLookupByUUIDString(uuid.toString().replace("-", "")).getID())
          .isEqualTo(2);
    }
  }

  @Test
  void theLegacyUuidIsTheOneOfTheBios() {
    try (Connect connect = connect("?legacy_uuid=1")) {
      Domain web = connect.domainLookupByName("web");
      assertThat(web.getUUID()).isEqualTo(FakeMachines.biosUuid(1));
      assertThat(connect.domainLookupByUUID(web.getUUID()).getName()).isEqualTo("web");
      assertThatThrownBy(() -> connect.domainLookupByUUID(FakeMachines.instanceUuid(1)))
          .isInstanceOf(LibvirtException.class);
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
    host.inventory().put(WEB, "config.memoryAllocation.limit", 512L);
    onDomain(
        "web",
        web -> {
          assertThat(web.getInfo())
              .isEqualTo(new DomainInfo(DomainState.RUNNING, 1_048_576, 524_288, 2, 0));
          host.inventory().put(WEB, "config.memoryAllocation.limit", -1L);
          assertThat(web.getInfo().memoryKiB()).isEqualTo(1_048_576);
          assertThat(web.getMaxMemory()).isEqualTo(1_048_576);
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
    host.inventory().put(WEB, "runtime.powerState", new VirtualMachinePowerState("hovering"));
    onDomain("web", web -> assertThat(web.getState()).isEqualTo(DomainState.NOSTATE));
  }

  @Test
  void aDomainThatIsGoneIsNotFound() {
    onDomain(
        "web",
        web -> {
          host.inventory().remove(WEB);
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

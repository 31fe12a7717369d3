package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.flag.DomainListFlag;
import dev.vireo.internal.esx.HostOperation.Need;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Opening connections, and finding domains. */
final class LookupOperations {

  private LookupOperations() {}

  static final List<HostOperation> ALL =
      List.of(
          HostOperation.named("connect")
              .calls("virConnectOpenAuth")
              .costs(3, 4)
              .does(LookupOperations::connect),
          HostOperation.named("connect and list all domains")
              .calls("virConnectOpenAuth", "virConnectListAllDomains")
              .costs(4, 5)
              .perPage(1)
              .needs(Need.READ)
              .does(LookupOperations::connectAndList),
          HostOperation.named("connect and disconnect")
              .calls("virConnectOpenAuth", "virConnectClose")
              .costs(4, 5)
              .does(LookupOperations::connectAndClose),
          HostOperation.named("list all domains")
              .calls("virConnectListAllDomains")
              .costs(1)
              .perPage(1)
              .needs(Need.READ)
              .does(LookupOperations::list),
          HostOperation.named("list ids of running domains")
              .calls("virConnectListDomains")
              .costs(1)
              .perPage(1)
              .needs(Need.READ)
              .does(LookupOperations::listIds),
          HostOperation.named("list names of domains that do not run")
              .calls("virConnectListDefinedDomains")
              .costs(1)
              .perPage(1)
              .needs(Need.READ)
              .does(LookupOperations::listDefined),
          HostOperation.named("list domains with autostart")
              .calls("virConnectListAllDomains")
              .costs(3)
              .perPage(1)
              .needs(Need.READ)
              .does(LookupOperations::listAutostart),
          HostOperation.named("list transient domains")
              .calls("virConnectListAllDomains")
              .costs(0)
              .does(LookupOperations::listTransient),
          HostOperation.named("look up by id")
              .calls("virDomainLookupByID")
              .costs(1)
              .perPage(1)
              .needs(Need.READ)
              .does(LookupOperations::lookupById),
          HostOperation.named("look up by name")
              .calls("virDomainLookupByName")
              .costs(1)
              .perPage(1)
              .needs(Need.READ)
              .does(LookupOperations::lookupByName),
          HostOperation.named("look up by uuid")
              .calls("virDomainLookupByUUID")
              .costs(2)
              .needs(Need.FIND, Need.READ)
              .does(LookupOperations::lookupByUuid),
          HostOperation.named("look up by BIOS uuid")
              .calls("virDomainLookupByUUID")
              .costs(2, 3)
              .needs(Need.FIND, Need.READ)
              .does(LookupOperations::lookupByBiosUuid));

  private static void connect(Operations on) {
    assertThat(on.open().isAlive()).isTrue();
  }

  private static void connectAndList(Operations on) {
    assertThat(on.open().listAllDomainSummaries(Set.of())).hasSize(on.machines());
  }

  private static void connectAndClose(Operations on) {
    on.host().open().close();
  }

  private static void list(Operations on) {
    assertThat(on.connect().listAllDomainSummaries(Set.of())).hasSize(on.machines());
  }

  private static void listIds(Operations on) {
    assertThat(on.connect().listDomains()).hasSize(3);
  }

  private static void listDefined(Operations on) {
    assertThat(on.connect().listDefinedDomains())
        .hasSize(on.machines() - 3)
        .contains("build", "old");
  }

  private static void listAutostart(Operations on) {
    assertThat(on.connect().listAllDomains(Set.of(DomainListFlag.AUTOSTART))).isEmpty();
  }

  private static void listTransient(Operations on) {
    assertThat(on.connect().listAllDomains(Set.of(DomainListFlag.TRANSIENT))).isEmpty();
  }

  private static void lookupById(Operations on) {
    assertThat(on.connect().domainLookupByID(on.domain("web").getID()).getName()).isEqualTo("web");
  }

  private static void lookupByName(Operations on) {
    assertThat(on.connect().domainLookupByName("a/b").getName()).isEqualTo("a/b");
  }

  private static void lookupByUuid(Operations on) {
    assertThat(on.connect().domainLookupByUUID(on.domain("db").getUUID()).getName())
        .isEqualTo("db");
  }

  private static void lookupByBiosUuid(Operations on) {
    UUID uuid = on.simulator().vms().get("db").biosUuid();
    assertThat(on.connect().domainLookupByUUID(uuid).getName()).isEqualTo("db");
  }
}

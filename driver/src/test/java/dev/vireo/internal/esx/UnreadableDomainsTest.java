package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.vireo.Connect;
import dev.vireo.Domain;
import dev.vireo.DomainState;
import dev.vireo.DomainSummary;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.flag.DomainListFlag;
import dev.vireo.simulator.FaultEffect;
import dev.vireo.simulator.FaultRule;
import dev.vireo.simulator.SimulatedVm;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** DomainLookup of which the host does not tell all: nobody is told that they are not there. */
class UnreadableDomainsTest extends DriverTestBase {

  private static final List<String> ALL_PROPERTIES =
      List.of("name", "configStatus", "config", "runtime", "snapshot");

  /** Machine 1 has been removed since the host was asked for its machines; 2 is there. */
  private static final String ANSWER_WITHOUT_THE_FIRST =
      """
      <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"
       xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
       xmlns:xsd="http://www.w3.org/2001/XMLSchema"><soapenv:Body>
      <RetrievePropertiesExResponse xmlns="urn:vim25"><returnval>
      <objects><obj type="HostSystem">ha-host</obj>
      <propSet><name>name</name><val xsi:type="xsd:string">host</val></propSet></objects>
      <objects><obj type="VirtualMachine">1</obj>%s</objects>
      <objects><obj type="VirtualMachine">2</obj>
      <propSet><name>name</name><val xsi:type="xsd:string">db</val></propSet>
      <propSet><name>configStatus</name><val xsi:type="ManagedEntityStatus">green</val></propSet>
      <propSet><name>config.instanceUuid</name>
      <val xsi:type="xsd:string">52e4fcea-0000-4000-8000-000000000002</val></propSet>
      <propSet><name>runtime.powerState</name>
      <val xsi:type="VirtualMachinePowerState">poweredOff</val></propSet></objects>
      </returnval></RetrievePropertiesExResponse></soapenv:Body></soapenv:Envelope>
      """
          .formatted(
              Stream.of("name", "configStatus", "config.instanceUuid", "runtime.powerState")
                  .map(path ->
                      "<missingSet><path>"
                          + path
                          + "</path><fault><fault xsi:type=\"ManagedObjectNotFound\">"
                          + "<obj type=\"VirtualMachine\">1</obj></fault>"
                          + "<localizedMessage>It has been deleted</localizedMessage></fault>"
                          + "</missingSet>")
                  .reduce("", String::concat));

  private static final String NEEDED =
      "the user needs the privilege 'System.Read' on VirtualMachine:1";

  private static void denyAll(SimulatedVm machine) {
    ALL_PROPERTIES.forEach(machine::deny);
  }

  private static List<DomainSummary> list(Connect connect, DomainListFlag... flags) {
    return connect.listAllDomainSummaries(Set.of(flags));
  }

  @ParameterizedTest
  @ValueSource(strings = {"configStatus", "config", "runtime"})
  void isListedWithoutAStateUnderItsName(String property) {
    machine("web").deny(property);
    try (Connect connect = connect()) {
      assertThat(list(connect))
          .extracting(DomainSummary::name, DomainSummary::id, DomainSummary::state)
          .containsExactly(
              tuple("web", 1, DomainState.NOSTATE),
              tuple("db", 2, DomainState.RUNNING),
              tuple("build", 3, DomainState.PAUSED),
              tuple("old", -1, DomainState.SHUTOFF),
              tuple("a/b", -1, DomainState.SHUTOFF));
      assertThat(list(connect).get(0).unreadable())
          .hasMessageStartingWith(
              "operation forbidden: Not permitted to read the domain 'web': NoPermission - ")
          .isInstanceOfSatisfying(
              LibvirtException.class, e -> assertThat(e.hints()).containsExactly(NEEDED));
      assertThat(list(connect).get(0).uuid()).isEqualTo(new UUID(0, 0));
      assertThat(list(connect).get(1).unreadable()).isNull();
      assertThat(connect.listAllDomains(Set.of()))
          .extracting(Domain::getName)
          .containsExactly("web", "db", "build", "old", "a/b");
    }
  }

  @Test
  void isListedByItsReferenceWhereTheNameIsNotTold() {
    denyAll(machine("web"));
    try (Connect connect = connect()) {
      DomainSummary web = list(connect).get(0);

      assertThat(web.name()).isEqualTo("VirtualMachine:1");
      assertThat(web.state()).isEqualTo(DomainState.NOSTATE);
      assertFailsWith(ErrorCode.OPERATION_DENIED, web.domain()::getState, "NoPermission");
    }
  }

  @Test
  void isListedWhenAPropertyIsNotSetThoughItAlwaysIs() {
    host.properties().set(machine("db").ref(), "config.instanceUuid", null);
    try (Connect connect = connect()) {
      assertThat(list(connect).get(1).unreadable())
          .hasMessageContaining("VirtualMachine:2 has no property 'config.instanceUuid'");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = DomainListFlag.class,
      names = {"ACTIVE", "INACTIVE", "RUNNING", "PAUSED", "SHUTOFF", "OTHER", "AUTOSTART"})
  void mayBeAnyDomainAndPassesEachFilter(DomainListFlag flag) {
    machine("web").deny("runtime");
    try (Connect connect = connect()) {
      assertThat(list(connect, flag)).extracting(DomainSummary::name).contains("web");
    }
  }

  @Test
  void mayHaveSnapshotsThatTheHostDoesNotTellOf() {
    machine("web").deny("snapshot");
    try (Connect connect = connect()) {
      assertThat(list(connect, DomainListFlag.HAS_SNAPSHOT))
          .extracting(DomainSummary::name, DomainSummary::state)
          .containsExactly(tuple("web", DomainState.NOSTATE));
    }
  }

  @Test
  void makesAListFailWhereTheHostTellsNothingAtAll() {
    host.vms().all().forEach(UnreadableDomainsTest::denyAll);
    try (Connect connect = connect()) {
      for (DomainListFlag flag : List.of(DomainListFlag.ACTIVE, DomainListFlag.INACTIVE)) {
        assertFailsWith(
            ErrorCode.OPERATION_DENIED,
            () -> list(connect, flag),
            "5 of the 5 domains cannot be read; the first: Not permitted to read the domain"
                + " 'VirtualMachine:1'");
      }
    }
  }

  @Test
  void doesNotMakeAListFailThatOthersWouldBeInWithAnotherFilter() {
    denyAll(machine("web"));
    try (Connect connect = connect()) {
      assertThat(list(connect, DomainListFlag.OTHER))
          .extracting(DomainSummary::name)
          .containsExactly("VirtualMachine:1");
    }
  }

  @Test
  void leavesNumbersAndNamesUncertain() {
    machine("web").deny("runtime");
    try (Connect connect = connect()) {
      for (ThrowingCallable call :
          List.<ThrowingCallable>of(
              connect::listDomains,
              connect::numOfDomains,
              connect::listDefinedDomains,
              connect::numOfDefinedDomains)) {
        assertFailsWith(ErrorCode.OPERATION_DENIED, call, "Not permitted to read the domain 'web'");
      }
    }
  }

  @Test
  void isNotSaidToBeMissingWhenLookedUp() {
    UUID uuid = Objects.requireNonNull(machine("web").instanceUuid());
    machine("web").deny("runtime");
    try (Connect connect = connect()) {
      for (ThrowingCallable call :
          List.<ThrowingCallable>of(
              () -> connect.domainLookupByName("web"),
              () -> connect.domainLookupByID(1),
              () -> connect.domainLookupByUUID(uuid))) {
        assertThatThrownBy(call)
            .isInstanceOfSatisfying(
                LibvirtException.class,
                e -> {
                  assertThat(e.code()).isEqualTo(ErrorCode.OPERATION_DENIED);
                  assertThat(e.hints()).containsExactly(NEEDED);
                });
      }
      assertThat(connect.domainLookupByName("db").getID()).isEqualTo(2);
      assertThat(connect.domainLookupByID(2).getName()).isEqualTo("db");
    }
  }

  @Test
  void mayHaveANameOrUuidThatIsLookedFor() {
    denyAll(machine("web"));
    try (Connect connect = connect()) {
      assertFailsWith(
          ErrorCode.OPERATION_DENIED,
          () -> connect.domainLookupByName("nope"),
          "Could not find out whether there is a domain with name 'nope': 1 of the 5 domains cannot"
              + " be read; the first: Not permitted to read the domain 'VirtualMachine:1'");
      assertFailsWith(
          ErrorCode.OPERATION_DENIED,
          () -> connect.domainLookupByUUID(UUID.randomUUID()),
          "1 of the 5 domains cannot be read");
      assertFailsWith(ErrorCode.NO_DOMAIN, () -> connect.domainLookupByID(99), "99");
      assertFailsWith(
          ErrorCode.NO_DOMAIN, () -> connect.domainLookupByUUID(new UUID(0, 0)), "00000000");
    }
  }

  @Test
  void cannotHaveAnotherNameThanTheOneTheHostTells() {
    machine("web").deny("runtime");
    try (Connect connect = connect()) {
      assertFailsWith(ErrorCode.NO_DOMAIN, () -> connect.domainLookupByName("nope"), "'nope'");
    }
  }

  @Test
  void isFoundByAUuidThatOnlyTheListTells() {
    UUID uuid = Objects.requireNonNull(machine("web").instanceUuid());
    host.faults()
        .add(
            FaultRule.on(
                "FindByUuid",
                new FaultEffect.Garbage(
                    """
                    <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/">\
                    <soapenv:Body><FindByUuidResponse xmlns="urn:vim25"/></soapenv:Body>\
                    </soapenv:Envelope>\
                    """)));
    try (Connect connect = connect()) {
      assertThat(connect.domainLookupByUUID(uuid).getName()).isEqualTo("web");
    }
  }

  @Test
  void isListedButNotLookedForWhenItWasRemovedMeanwhile() {
    try (Connect connect = connect()) {
      host.faults()
          .add(
              FaultRule.on(
                  "RetrievePropertiesEx", new FaultEffect.Garbage(ANSWER_WITHOUT_THE_FIRST)));

      assertThat(list(connect))
          .extracting(DomainSummary::name, DomainSummary::state)
          .containsExactly(
              tuple("VirtualMachine:1", DomainState.NOSTATE), tuple("db", DomainState.SHUTOFF));
      assertThat(list(connect).get(0).unreadable())
          .hasMessage("Domain not found: The domain 'VirtualMachine:1' does not exist any more");
      assertFailsWith(ErrorCode.NO_DOMAIN, () -> connect.domainLookupByName("web"), "'web'");
      assertFailsWith(ErrorCode.NO_DOMAIN, () -> connect.domainLookupByID(1), "1");
      assertThat(connect.listDefinedDomains()).containsExactly("db");
      assertThat(connect.listDomains()).isEmpty();
      host.faults().clear();
    }
  }

  private static void assertFailsWith(ErrorCode code, ThrowingCallable call, String part) {
    assertThatThrownBy(call)
        .hasMessageContaining(part)
        .isInstanceOfSatisfying(LibvirtException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}

package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.Connect;
import dev.vireo.Domain;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.event.CloseReason;
import dev.vireo.event.DomainEvent;
import dev.vireo.event.DomainEventId;
import dev.vireo.event.DomainEventStream;
import dev.vireo.event.LifecycleDetail;
import dev.vireo.simulator.FaultEffect;
import dev.vireo.simulator.FaultRule;
import dev.vireo.simulator.OpenSession;
import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.Preset;
import dev.vireo.simulator.SimulatedVm;
import dev.vireo.simulator.ToolsState;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.NoPermission;
import dev.vireo.vim.types.OptionValue;
import dev.vireo.vim.types.VirtualDeviceConfigSpec;
import dev.vireo.vim.types.VirtualDeviceConfigSpecOperation;
import dev.vireo.vim.types.VirtualE1000;
import dev.vireo.vim.types.VirtualMachineConfigSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to domains is told: all of it, once, and in order. */
class DomainEventsTest extends DriverTestBase {

  private static final Duration LONG = Duration.ofSeconds(20);

  private Connect connect;
  private DomainEventStream events;

  @BeforeEach
  void listen() {
    connect = connect();
    events = connect.domainEvents(Set.of());
  }

  @AfterEach
  void leave() {
    connect.close();
  }

  /** The next events, in the words of virsh. */
  private List<String> next(int count) {
    List<String> told = new ArrayList<>();
    while (told.size() < count) {
      told.add(
          events
              .next(LONG)
              .map(DomainEventsTest::text)
              .orElseThrow(() -> new AssertionError("only " + told)));
    }
    return told;
  }

  static String text(DomainEvent event) {
    String domain = event.domain().getName() + ": ";
    return domain
        + switch (event) {
          case DomainEvent.Lifecycle it -> it.type().text() + " " + it.detail().text();
          case DomainEvent.Reboot it -> "reboot";
          case DomainEvent.DeviceAdded it -> "added " + it.alias();
          case DomainEvent.DeviceRemoved it -> "removed " + it.alias();
          case DomainEvent.MetadataChange it -> "changed " + it.type();
          case DomainEvent.AgentLifecycle it -> "agent " + it.state().text();
        };
  }

  /** Has something happen whose event comes last, so that all others were there before. */
  private void assertNoMore() {
    machine("a/b").power(PowerState.ON);
    assertThat(next(1)).containsExactly("a/b: Started Booted");
  }

  private Domain domain(String name) {
    return connect.domainLookupByName(name);
  }

  @Test
  void whatIsDoneWithTheConnectionItself() {
    domain("old").create();
    domain("old").suspend();
    domain("old").resume();
    domain("old").destroy();

    assertThat(next(4))
        .containsExactly(
            "old: Started Booted",
            "old: Suspended Paused",
            "old: Resumed Unpaused",
            "old: Stopped Destroyed");
    assertNoMore();
  }

  @Test
  void whatOthersDo() {
    machine("web").power(PowerState.OFF);
    machine("db").power(PowerState.SUSPENDED);
    machine("build").power(PowerState.OFF);
    machine("old").power(PowerState.SUSPENDED);
    machine("old").power(PowerState.ON);

    assertThat(next(5))
        .containsExactly(
            "web: Stopped Shutdown",
            "db: Suspended Paused",
            "build: Stopped Destroyed",
            "old: Suspended Paused",
            "old: Resumed Unpaused");
    assertNoMore();
  }

  @Test
  void aDomainOfAnEventIsAsItWasAfterIt() {
    machine("web").power(PowerState.OFF);
    machine("old").power(PowerState.ON);

    Domain web = events.next().domain();
    assertThat(web.getID()).isEqualTo(-1);
    assertThat(web.getUUID()).isEqualTo(machine("web").instanceUuid());
    Domain old = events.next().domain();
    assertThat(old.getID()).isEqualTo(machine("old").id());
    old.destroy();
  }

  @Test
  void aGuestThatIsAskedToShutDownOrRebootDoesSo() {
    machine("web").tools(ToolsState.RUNNING);
    assertThat(next(1)).containsExactly("web: agent connected");

    domain("web").reboot();
    domain("web").shutdown();

    assertThat(next(3))
        .containsExactly("web: reboot", "web: Stopped Shutdown", "web: agent disconnected");
  }

  @Test
  void machinesComeAndGoAndAreCalledOtherwise() {
    SimulatedVm late = host.vms().add("late");
    late.power(PowerState.ON);
    late.reconfigure(VirtualMachineConfigSpec.builder().name("later").build());
    host.vms().remove("later");
    host.vms().remove("old");

    assertThat(next(8))
        .containsExactly(
            "late: Defined Added",
            "late: Started Booted",
            "late: Undefined Renamed",
            "later: Defined Renamed",
            "later: Defined Updated",
            "later: Stopped Destroyed",
            "later: Undefined Removed",
            "old: Undefined Removed");
    assertNoMore();
  }

  @Test
  void whatPropertiesNeverShowIsToldAllTheSame() {
    SimulatedVm old = machine("old");
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      old.power(PowerState.ON);
      old.power(PowerState.SUSPENDED);
      old.power(PowerState.OFF);
      host.vms().add("brief");
      host.vms().remove("brief");
      expected.addAll(
          List.of(
              "old: Started Booted",
              "old: Suspended Paused",
              "old: Stopped Destroyed",
              "brief: Defined Added",
              "brief: Undefined Removed"));
    }

    assertThat(next(100)).isEqualTo(expected);
    assertNoMore();
  }

  @Test
  void devicesComeAndGo() {
    machine("old").addNetworkCard("VM Network");
    assertThat(next(2)).containsExactly("old: Defined Updated", "old: added ethernet1");
    machine("old").addDisk(1 << 20);
    assertThat(next(2)).containsExactly("old: Defined Updated", "old: added scsi0:1");
    machine("old").reconfigure(without(4001));
    assertThat(next(2)).containsExactly("old: Defined Updated", "old: removed ethernet1");
  }

  private static VirtualMachineConfigSpec without(int key) {
    return VirtualMachineConfigSpec.builder()
        .deviceChange(
            List.of(
                new VirtualDeviceConfigSpec(
                    VirtualDeviceConfigSpecOperation.REMOVE,
                    null,
                    VirtualE1000.builder().key(key).build(),
                    List.of(),
                    null,
                    List.of())))
        .build();
  }

  @Test
  void notesChange() {
    machine("old").reconfigure(VirtualMachineConfigSpec.builder().annotation("mine").build());
    assertThat(next(2)).containsExactly("old: Defined Updated", "old: changed DESCRIPTION");
    machine("old").reconfigure(entry("vireo.title", "Ours"));
    assertThat(next(2)).containsExactly("old: Defined Updated", "old: changed TITLE");
    machine("old").reconfigure(entry("other", "Theirs"));
    assertThat(next(1)).containsExactly("old: Defined Updated");
    assertNoMore();
  }

  private static VirtualMachineConfigSpec entry(String key, String value) {
    return VirtualMachineConfigSpec.builder()
        .extraConfig(List.of(new OptionValue.Plain(key, value)))
        .build();
  }

  @Test
  void onlyWhatSomebodyWantsIsToldHim() {
    DomainEventStream ofWeb = connect.domainEvents(domain("web"), Set.of(DomainEventId.LIFECYCLE));
    DomainEventStream agents = connect.domainEvents(Set.of(DomainEventId.AGENT_LIFECYCLE));

    machine("db").tools(ToolsState.RUNNING);
    assertThat(text(agents.next())).isEqualTo("db: agent connected");
    machine("db").power(PowerState.OFF);
    assertThat(text(agents.next())).isEqualTo("db: agent disconnected");
    machine("web").power(PowerState.OFF);
    assertThat(text(ofWeb.next())).isEqualTo("web: Stopped Shutdown");
    assertThat(agents.next(Duration.ZERO)).isEmpty();
    ofWeb.close();
    agents.close();
  }

  @Test
  void allWhoListenShareOneSubscription() {
    host.requests().reset();
    try (DomainEventStream second = connect.domainEvents(Set.of())) {
      machine("old").power(PowerState.ON);
      assertThat(text(second.next())).isEqualTo(text(events.next()));
    }

    assertThat(host.requests().count("CreateFilter")).isZero();
    assertThat(host.requests().count("CreateCollectorForEvents")).isZero();
    machine("old").power(PowerState.OFF);
    assertThat(next(1)).containsExactly("old: Stopped Shutdown");
  }

  @Test
  void whoNeedsMoreGetsItAndTheOthersMissNothing() {
    try (Connect other = connect();
        DomainEventStream lifecycle = other.domainEvents(Set.of(DomainEventId.LIFECYCLE))) {
      machine("old").power(PowerState.ON);
      try (DomainEventStream devices = other.domainEvents(Set.of(DomainEventId.DEVICE_ADDED))) {
        machine("web").addNetworkCard("VM Network");
        machine("old").power(PowerState.OFF);

        assertThat(text(lifecycle.next())).isEqualTo("old: Started Booted");
        assertThat(text(lifecycle.next())).isEqualTo("web: Defined Updated");
        assertThat(text(lifecycle.next())).isEqualTo("old: Stopped Shutdown");
        assertThat(text(devices.next())).isEqualTo("web: added ethernet1");
      }
    }
  }

  @Test
  void nothingIsLeftWhenNobodyListensAnyMore() {
    assertThat(host.sessions()).extracting(OpenSession::propertyFilters).containsExactly(1);

    events.close();

    assertThat(host.sessions()).extracting(OpenSession::propertyFilters).containsExactly(0);
    assertThat(host.requests().count("DestroyCollector"))
        .isEqualTo(host.requests().count("CreateCollectorForEvents"));
    assertThat(events.next(LONG)).isEmpty();
    assertThat(events.isEnded()).isTrue();
    events.close();
  }

  @Test
  void listeningAgainBeginsAnew() {
    events.close();
    machine("web").power(PowerState.OFF);
    events = connect.domainEvents(Set.of());
    machine("old").power(PowerState.ON);

    assertThat(next(1)).containsExactly("old: Started Booted");
  }

  @Test
  void theEndOfTheSessionGoesUnnoticed() {
    for (int i = 0; i < 5; i++) {
      host.expireSessions();
      machine("old").power(PowerState.ON);
      host.expireSessions();
      machine("old").power(PowerState.OFF);

      assertThat(next(2)).containsExactly("old: Started Booted", "old: Stopped Shutdown");
    }
    host.vms().add("late");
    host.expireSessions();
    host.vms().remove("web");

    assertThat(next(3))
        .containsExactlyInAnyOrder(
            "late: Defined Added", "web: Stopped Destroyed", "web: Undefined Removed")
        .containsSubsequence("web: Stopped Destroyed", "web: Undefined Removed");
    assertNoMore();
  }

  @Test
  void aHostThatHidesItsLogIsFollowedByPropertiesAlone() {
    events.close();
    host.faults()
        .add(
            FaultRule.on(
                "CreateCollectorForEvents",
                new FaultEffect.SoapFault(
                    new NoPermission(new ManagedObjectReference("Folder", "f"), "System.View"),
                    "Permission was denied.")));
    events = connect.domainEvents(Set.of());

    machine("old").power(PowerState.ON);
    assertThat(next(1)).containsExactly("old: Started Booted");
    machine("old").reconfigure(VirtualMachineConfigSpec.builder().name("new").build());
    assertThat(next(2)).containsExactly("old: Undefined Renamed", "new: Defined Renamed");
    SimulatedVm late = host.vms().add("late");
    assertThat(next(1)).containsExactly("late: Defined Added");
    late.power(PowerState.ON);
    assertThat(next(2)).containsExactly("late: Started Booted", "late: agent connected");
    host.vms().remove("late");
    assertThat(next(2)).containsExactly("late: Stopped Destroyed", "late: Undefined Removed");
    machine("new").power(PowerState.OFF);
    assertThat(next(1)).containsExactly("new: Stopped Shutdown");
  }

  @Test
  void aClosedConnectionEndsTheStreamOnceAllIsTaken() {
    machine("old").power(PowerState.ON);
    assertThat(events.hasNext()).isTrue();

    connect.close();

    assertThat(next(1)).containsExactly("old: Started Booted");
    assertThat(events.hasNext()).isFalse();
    assertThatThrownBy(() -> connect.domainEvents(Set.of()))
        .isInstanceOfSatisfying(
            LibvirtException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_CONN));
  }

  @Test
  void aHostThatIsGoneForGoodIsTold() throws InterruptedException {
    connect.close();
    try (InProcessHost gone = InProcessHost.withMachines(ServedHost.empty(Preset.ESX80).build());
        Connect lost = gone.open();
        DomainEventStream stream = lost.domainEvents(Set.of())) {
      BlockingQueue<CloseReason> reasons = new LinkedBlockingQueue<>();
      lost.registerCloseCallback(reasons::add);
      gone.simulator().vms().get("old").power(PowerState.ON);
      assertThat(stream.next(LONG)).map(DomainEventsTest::text).hasValue("old: Started Booted");
      gone.simulator().faults().add(FaultRule.on("*", new FaultEffect.CutRequest()));
      gone.simulator().vms().get("web").power(PowerState.OFF);

      assertThatThrownBy(stream::hasNext)
          .isInstanceOf(LibvirtException.class)
          .hasMessageContaining("Could not follow the domains of the host");
      assertThat(reasons.poll(20, TimeUnit.SECONDS)).isEqualTo(CloseReason.EOF);
      gone.simulator().faults().clear();
      try (DomainEventStream again = lost.domainEvents(Set.of(DomainEventId.LIFECYCLE))) {
        gone.simulator().vms().get("old").power(PowerState.OFF);
        assertThat(again.next(LONG)).map(DomainEventsTest::text).hasValue("old: Stopped Shutdown");
      }
    }
  }

  @Test
  void anInterruptEndsTheWaitAndStays() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> events.next(LONG))
        .isInstanceOfSatisfying(
            LibvirtException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.OPERATION_ABORTED));
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void eachKindOfEventHasItsNumbers() {
    machine("old").power(PowerState.ON);

    assertThat(events.next())
        .isInstanceOfSatisfying(
            DomainEvent.Lifecycle.class,
            event -> {
              assertThat(event.id().number()).isZero();
              assertThat(event.type().number()).isEqualTo(2);
              assertThat(event.detail()).isEqualTo(LifecycleDetail.STARTED_BOOTED);
              assertThat(event.detail().number()).isZero();
            });
  }
}

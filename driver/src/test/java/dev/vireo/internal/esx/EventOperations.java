package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.event.DomainEvent;
import dev.vireo.event.DomainEventId;
import dev.vireo.event.DomainEventStream;
import dev.vireo.event.LifecycleDetail;
import dev.vireo.internal.esx.HostOperation.Need;
import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.SimulatedVm;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Hearing of what happens. */
final class EventOperations {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Need FOLLOW = new Need("CreateFilter", "System.View");

  private EventOperations() {}

  static final List<HostOperation> ALL =
      List.of(
          HostOperation.named("listen for events until one comes")
              .calls(
                  "virConnectDomainEventRegisterAny",
                  "virConnectDomainEventDeregisterAny",
                  "virConnectDomainEventRegister",
                  "virConnectDomainEventDeregister")
              .costs(9, 13)
              .varies()
              .needs(FOLLOW)
              .does(EventOperations::listen),
          HostOperation.named("listen for the end of the connection, and stop")
              .calls("virConnectRegisterCloseCallback", "virConnectUnregisterCloseCallback")
              .costs(7, 9)
              .varies()
              .needs(FOLLOW)
              .does(EventOperations::listenForTheEnd));

  private static void listen(Operations on) {
    SimulatedVm old = on.simulator().vms().get("old");
    try (DomainEventStream events = on.connect().domainEvents(Set.of(DomainEventId.LIFECYCLE))) {
      // One after the other: what changes back before the host answers is told by no property.
      old.power(PowerState.ON);
      assertThat(next(events)).isEqualTo(LifecycleDetail.STARTED_BOOTED);
      old.power(PowerState.OFF);
      assertThat(next(events)).isEqualTo(LifecycleDetail.STOPPED_SHUTDOWN);
    } finally {
      old.power(PowerState.OFF);
    }
  }

  private static LifecycleDetail next(DomainEventStream events) {
    DomainEvent event = events.next(LONG).orElseThrow();
    return ((DomainEvent.Lifecycle) event).detail();
  }

  private static void listenForTheEnd(Operations on) {
    on.connect()
        .registerCloseCallback(reason -> {
          throw new AssertionError(reason);
        })
        .close();
  }
}

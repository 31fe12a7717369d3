package dev.vireo.internal.event;

import dev.vireo.Domain;
import dev.vireo.event.CloseReason;
import dev.vireo.event.DomainEvent;
import dev.vireo.event.DomainEventId;
import dev.vireo.event.DomainEventStream;
import dev.vireo.event.EventRegistration;
import dev.vireo.internal.GuardedTable;
import dev.vireo.spi.DomainEntry;
import dev.vireo.spi.DomainHandle;
import dev.vireo.spi.EventTable;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Brings the events of one connection to those who want them. Each of them has a queue of its own,
 * and each listener a thread, so that nobody waits for another one.
 */
public final class EventDelivery {

  static final String REGISTER = "virConnectDomainEventRegisterAny";
  private static final String ON_CLOSE = "virConnectRegisterCloseCallback";
  private static final System.Logger LOG = System.getLogger(EventDelivery.class.getName());

  private final GuardedTable<EventTable> table;
  private final Function<DomainEntry, Domain> domains;

  /**
   * @param table where the events come from
   * @param domains makes the domains of events
   */
  public EventDelivery(GuardedTable<EventTable> table, Function<DomainEntry, Domain> domains) {
    this.table = table;
    this.domains = domains;
  }

  /**
   * Events as a stream.
   *
   * @param ids their kinds; empty for all
   * @param domain the only domain that matters; null for all
   */
  public DomainEventStream stream(Set<DomainEventId> ids, @Nullable DomainHandle domain) {
    return open(ids, domain);
  }

  private EventQueue open(Set<DomainEventId> ids, @Nullable DomainHandle domain) {
    Set<DomainEventId> wanted =
        ids.isEmpty() ? EnumSet.allOf(DomainEventId.class) : EnumSet.copyOf(ids);
    EventQueue queue = new EventQueue();
    queue.comesFrom(
        table.read(
            REGISTER,
            it ->
                it.register(
                    wanted,
                    domain,
                    told -> queue.put(told.event().apply(domains.apply(told.domain()))))));
    try {
      queue.comesFrom(table.read(ON_CLOSE, it -> it.onClose(queue::end)));
      return queue;
    } catch (RuntimeException | Error e) {
      queue.close();
      throw e;
    }
  }

  /** Tells a listener of events, on a thread of its own. */
  public EventRegistration listen(
      Set<DomainEventId> ids,
      @Nullable DomainHandle domain,
      Consumer<? super DomainEvent> listener) {
    EventQueue queue = open(ids, domain);
    start("vireo-listener", () -> deliver(queue, listener));
    return queue::close;
  }

  private static void deliver(EventQueue queue, Consumer<? super DomainEvent> listener) {
    try {
      while (queue.hasNext()) {
        Optional<DomainEvent> event = queue.next(Duration.ZERO);
        event.ifPresent(it -> tell(listener, it));
      }
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "A listener hears of no more events", e);
    }
  }

  private static <T> void tell(Consumer<? super T> listener, T what) {
    try {
      listener.accept(what);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "A listener failed at " + what, e);
    }
  }

  /** Tells a listener of the end of the connection, once, on a thread of its own. */
  public EventRegistration onClose(Consumer<CloseReason> listener) {
    AtomicBoolean done = new AtomicBoolean();
    EventRegistration registration =
        table.read(
            ON_CLOSE,
            it ->
                it.onClose(closing -> {
                  if (done.compareAndSet(false, true)) {
                    start("vireo-close", () -> tell(listener, closing.reason()));
                  }
                }));
    return () -> {
      done.set(true);
      registration.close();
    };
  }

  private static void start(String name, Runnable work) {
    Thread.ofVirtual().name(name).start(work);
  }
}

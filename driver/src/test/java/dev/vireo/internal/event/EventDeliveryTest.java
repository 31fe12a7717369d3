package dev.vireo.internal.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.Connect;
import dev.vireo.Domain;
import dev.vireo.DomainState;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.event.CloseReason;
import dev.vireo.event.DomainEvent;
import dev.vireo.event.DomainEventId;
import dev.vireo.event.DomainEventStream;
import dev.vireo.event.EventRegistration;
import dev.vireo.spi.DomainEntry;
import dev.vireo.spi.DomainHandle;
import dev.vireo.spi.EventTable;
import dev.vireo.spi.FakeDriver;
import dev.vireo.spi.HypervisorConnection;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever hears of events keeps nobody else from hearing of them. */
@Timeout(60)
class EventDeliveryTest {

  private static final Duration LONG = Duration.ofSeconds(30);
  private final Source source = new Source();
  private final Connect connect = FakeDriver.connect(new FakeConnection(source), true);

  /** A driver that tells what a test says. */
  private static final class Source implements EventTable {
    final List<Consumer<Happening>> listeners = new CopyOnWriteArrayList<>();
    final List<Consumer<Closing>> closeListeners = new CopyOnWriteArrayList<>();
    @Nullable LibvirtException refusal;

    @Override
    public EventRegistration register(
        Set<DomainEventId> ids, @Nullable DomainHandle domain, Consumer<Happening> listener) {
      listeners.add(listener);
      return () -> listeners.remove(listener);
    }

    @Override
    public EventRegistration onClose(Consumer<Closing> listener) {
      if (refusal != null) {
        throw refusal;
      }
      closeListeners.add(listener);
      return () -> closeListeners.remove(listener);
    }

    void reboot(int number) {
      DomainEntry domain =
          new DomainEntry(
              new DomainHandle("vm-" + number, new UUID(0, number), number, "r" + number),
              DomainState.RUNNING);
      listeners.forEach(listener ->
          listener.accept(new Happening(DomainEventId.REBOOT, domain, DomainEvent.Reboot::new)));
    }

    void end(CloseReason reason, @Nullable LibvirtException cause) {
      closeListeners.forEach(listener -> listener.accept(new Closing(reason, cause)));
    }
  }

  private record FakeConnection(EventTable events) implements HypervisorConnection {
    @Override
    public boolean isAlive() {
      return true;
    }

    @Override
    public void close() {}
  }

  private static String take(BlockingQueue<String> heard) throws InterruptedException {
    return Objects.requireNonNull(heard.poll(30, TimeUnit.SECONDS), "nothing was told");
  }

  @Test
  void aListenerThatHangsOrThrowsKeepsNobodyFromHearing() throws InterruptedException {
    CountDownLatch release = new CountDownLatch(1);
    BlockingQueue<String> late = new LinkedBlockingQueue<>();
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    connect.domainEventRegisterAny(
        Set.of(),
        event -> {
          await(release);
          late.add(event.domain().getName());
        });
    connect.domainEventRegisterAny(
        Set.of(),
        event -> {
          heard.add(event.domain().getName());
          throw new IllegalStateException("mine");
        });

    source.reboot(1);
    source.reboot(2);

    assertThat(take(heard)).isEqualTo("vm-1");
    assertThat(take(heard)).isEqualTo("vm-2");
    assertThat(late).isEmpty();
    release.countDown();
    assertThat(take(late)).isEqualTo("vm-1");
    assertThat(take(late)).isEqualTo("vm-2");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aListenerMayEndItselfAndHearsOfNothingMore() throws InterruptedException {
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    EventRegistration[] own = new EventRegistration[1];
    CountDownLatch registered = new CountDownLatch(1);
    own[0] =
        connect.domainEventRegisterAny(
            Set.of(DomainEventId.REBOOT),
            event -> {
              await(registered);
              own[0].close();
              heard.add(event.domain().getName());
            });
    source.reboot(1);
    source.reboot(2);
    registered.countDown();

    assertThat(take(heard)).isEqualTo("vm-1");
    assertThat(source.listeners).isEmpty();
    assertThat(source.closeListeners).isEmpty();
    assertThat(heard).isEmpty();
  }

  @Test
  void whatHasFailedIsToldAfterWhatCameBefore() {
    DomainEventStream events = connect.domainEvents(Set.of());
    LibvirtException failure = LibvirtException.of(ErrorCode.RPC, "gone");
    source.reboot(1);
    source.end(CloseReason.EOF, failure);
    source.reboot(2);

    assertThat(events.isEnded()).isFalse();
    assertThat(events.next().domain().getName()).isEqualTo("vm-1");
    assertThatThrownBy(events::hasNext).isSameAs(failure);
    assertThatThrownBy(() -> events.next(Duration.ZERO)).isSameAs(failure);
    events.close();
    assertThat(events.next(LONG)).isEmpty();
    assertThatThrownBy(events::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void nothingWaitsThatCannotBeClosedAgain() {
    source.refusal = LibvirtException.of(ErrorCode.RPC, "no");

    assertThatThrownBy(() -> connect.domainEvents(Set.of())).isSameAs(source.refusal);

    assertThat(source.listeners).isEmpty();
  }

  @Test
  void theEndIsToldOnceAndNotAfterClosing() throws InterruptedException {
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    connect.registerCloseCallback(reason -> heard.add("first " + reason));
    connect.registerCloseCallback(reason -> heard.add("second " + reason)).close();

    source.end(CloseReason.KEEPALIVE, null);
    source.end(CloseReason.CLIENT, null);

    assertThat(take(heard)).isEqualTo("first KEEPALIVE");
    assertThat(heard).isEmpty();
    assertThat(source.closeListeners).hasSize(1);
  }

  @Test
  void whatNobodyTakesEndsTheStreamInsteadOfFillingTheMemory() {
    EventQueue queue = new EventQueue(2);
    Domain domain = connectDomain();
    for (int i = 0; i < 3; i++) {
      queue.put(new DomainEvent.Reboot(domain));
    }

    queue.next();
    queue.next();
    assertThatThrownBy(queue::next)
        .hasMessageContaining("2 wait that nobody takes")
        .isInstanceOfSatisfying(
            LibvirtException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.OPERATION_FAILED));
  }

  private Domain connectDomain() {
    DomainEventStream events = connect.domainEvents(Set.of());
    source.reboot(1);
    return events.next().domain();
  }
}

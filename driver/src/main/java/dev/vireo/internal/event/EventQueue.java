package dev.vireo.internal.event;

import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.event.CloseReason;
import dev.vireo.event.DomainEvent;
import dev.vireo.event.DomainEventStream;
import dev.vireo.event.EventRegistration;
import dev.vireo.spi.EventTable;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Events that wait to be taken. The driver puts them in and never waits here, however slow somebody
 * takes them.
 */
final class EventQueue implements DomainEventStream {

  private static final int MOST_WAITING = 100_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Queue<DomainEvent> waiting = new ArrayDeque<>();
  private final List<EventRegistration> sources = new ArrayList<>();
  private final int most;
  private boolean ended;
  private @Nullable LibvirtException failure;

  EventQueue() {
    this(MOST_WAITING);
  }

  /**
   * @param most how many events may wait
   */
  EventQueue(int most) {
    this.most = most;
  }

  /** Notes where events come from, to be closed with this. */
  void comesFrom(EventRegistration source) {
    boolean late;
    lock.lock();
    try {
      late = ended && failure == null;
      sources.add(source);
    } finally {
      lock.unlock();
    }
    if (late) {
      source.close();
    }
  }

  /** Puts an event in. */
  void put(DomainEvent event) {
    lock.lock();
    try {
      if (ended) {
        return;
      }
      if (waiting.size() == most) {
        end(
            LibvirtException.builder(
                    ErrorCode.OPERATION_FAILED,
                    "events are not told any more, because " + most + " wait that nobody takes")
                .operation(EventDelivery.REGISTER)
                .build());
        return;
      }
      waiting.add(event);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Notes that nothing comes any more. */
  void end(EventTable.Closing closing) {
    end(closing.reason() == CloseReason.CLIENT ? null : closing.cause());
  }

  private void end(@Nullable LibvirtException why) {
    lock.lock();
    try {
      if (!ended) {
        ended = true;
        failure = why;
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Optional<DomainEvent> next(Duration longest) {
    lock.lock();
    try {
      long left = TimeUnit.NANOSECONDS.convert(longest);
      while (!ended && waiting.isEmpty() && left > 0) {
        left = changed.awaitNanos(left);
      }
      DomainEvent event = waiting.poll();
      if (event == null && failure != null) {
        throw failure;
      }
      return Optional.ofNullable(event);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted(e);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean isEnded() {
    lock.lock();
    try {
      return ended && waiting.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean hasNext() {
    lock.lock();
    try {
      while (!ended && waiting.isEmpty()) {
        changed.await();
      }
      if (waiting.isEmpty() && failure != null) {
        throw failure;
      }
      return !waiting.isEmpty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted(e);
    } finally {
      lock.unlock();
    }
  }

  private static LibvirtException interrupted(InterruptedException cause) {
    return LibvirtException.builder(
            ErrorCode.OPERATION_ABORTED, "interrupted while waiting for an event")
        .operation(EventDelivery.REGISTER)
        .cause(cause)
        .build();
  }

  @Override
  public DomainEvent next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the stream of events has ended");
    }
    return next(Duration.ZERO)
        .orElseThrow(() -> new NoSuchElementException("the stream of events has ended"));
  }

  @Override
  public void close() {
    List<EventRegistration> open;
    lock.lock();
    try {
      ended = true;
      failure = null;
      waiting.clear();
      open = List.copyOf(sources);
      sources.clear();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    open.forEach(EventRegistration::close);
  }
}

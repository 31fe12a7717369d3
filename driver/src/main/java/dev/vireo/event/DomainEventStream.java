package dev.vireo.event;

import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Events as somebody takes them, one after the other, for as long as this is open. What is not
 * taken waits, up to 100,000 events. For one thread, save {@link #close}.
 *
 * <p>It ends when it is closed, and when the connection is. When the host cannot be followed any
 * more, or nobody takes the events, it fails once all events that came before are taken.
 */
public interface DomainEventStream extends Iterator<DomainEvent>, AutoCloseable {

  /**
   * The next event.
   *
   * @param longest how long to wait for it; zero to look only
   * @return empty when there was none in this time, and after the end
   * @throws LibvirtException with the code of the reason when events are not told any more; {@link
   *     ErrorCode#OPERATION_ABORTED} when the thread is interrupted, which stays so
   */
  Optional<DomainEvent> next(Duration longest);

  /** Whether it was closed, or the connection was, and all events are taken. */
  boolean isEnded();

  /**
   * Waits for an event, as long as it takes.
   *
   * @return false after the end
   * @throws LibvirtException as {@link #next(Duration)}
   */
  @Override
  boolean hasNext();

  /**
   * Waits for an event, as long as it takes.
   *
   * @throws NoSuchElementException after the end
   * @throws LibvirtException as {@link #next(Duration)}
   */
  @Override
  DomainEvent next();

  /** Ends it; what waits is forgotten. May be called by any thread, and again. */
  @Override
  void close();
}

package dev.vireo.internal.esx.event;

import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.event.CloseReason;
import dev.vireo.event.DomainEventId;
import dev.vireo.event.EventRegistration;
import dev.vireo.internal.esx.Attempt;
import dev.vireo.internal.esx.HostContext;
import dev.vireo.internal.esx.event.Subscribers.Subscriber;
import dev.vireo.spi.DomainHandle;
import dev.vireo.spi.EventTable;
import dev.vireo.vim.TransportException;
import dev.vireo.vim.VimException;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What happens to the machines of a host: one subscription for all who listen, from the first of
 * them to the last. Thread-safe.
 */
public final class DomainEvents implements EventTable, AutoCloseable {

  private static final String REGISTER = "virConnectDomainEventRegisterAny";
  private static final String ON_CLOSE = "virConnectRegisterCloseCallback";

  private final HostContext host;
  private final ReentrantLock lock = new ReentrantLock();
  private final Subscribers subscribers = new Subscribers();
  private final List<Consumer<Closing>> closeListeners = new CopyOnWriteArrayList<>();
  private @Nullable HostLog log;
  private @Nullable DomainWatch watch;
  private @Nullable EventLoop loop;
  private boolean closed;

  /** On a host. */
  public DomainEvents(HostContext host) {
    this.host = host;
  }

  @Override
  public EventRegistration register(
      Set<DomainEventId> ids, @Nullable DomainHandle domain, Consumer<Happening> listener) {
    Subscriber subscriber = new Subscriber(ids, domain, listener);
    begin(REGISTER, () -> subscribers.add(subscriber), () -> subscribers.remove(subscriber));
    return () -> end(() -> subscribers.remove(subscriber));
  }

  @Override
  public EventRegistration onClose(Consumer<Closing> listener) {
    // One listener may register twice; each registration is its own.
    Consumer<Closing> own = closing -> listener.accept(closing);
    begin(ON_CLOSE, () -> closeListeners.add(own), () -> closeListeners.remove(own));
    return () -> end(() -> closeListeners.remove(own));
  }

  private void begin(String function, Runnable add, Runnable remove) {
    lock.lock();
    try {
      if (closed) {
        throw attempt(function).error(ErrorCode.INVALID_CONN, "the connection is closed", null);
      }
      add.run();
      try {
        attempt(function).run(this::follow);
      } catch (RuntimeException | Error e) {
        remove.run();
        throw e;
      }
    } finally {
      lock.unlock();
    }
  }

  private Attempt attempt(String function) {
    return host.attempt(function, "Could not follow the domains of the host '" + host.name() + "'");
  }

  /** Sees to it that all that anybody wants to hear of is followed. */
  private void follow() {
    EventLoop running = loop;
    Set<DomainEventId> wanted = subscribers.wanted();
    if (running != null && running.isRunning()) {
      if (WatchedProperties.cover(running.wanted(), wanted)) {
        return;
      }
      wanted.addAll(running.wanted());
      running.stop();
      continueWith(wanted, running);
      return;
    }
    ManagedObjectReference managed = host.scope().managedHost();
    log = new HostLog(host.client(), managed);
    watch =
        new DomainWatch(
            host.identity(),
            subscribers,
            host.client().options().clock(),
            new LoggedEvents(managed));
    EventLoop begun = loop(wanted);
    begun.open();
    begun.start();
    loop = begun;
  }

  /** With the same memory: what happens meanwhile is told afterwards. */
  private void continueWith(Set<DomainEventId> wanted, EventLoop before) {
    EventLoop next = loop(wanted);
    try {
      next.open();
    } catch (RuntimeException e) {
      // Those who listen already go on hearing of what they did.
      next = loop(EnumSet.copyOf(before.wanted()));
      throw e;
    } finally {
      next.start();
      loop = next;
    }
  }

  private EventLoop loop(Set<DomainEventId> wanted) {
    if (log == null || watch == null) {
      throw new IllegalStateException("nothing was followed before");
    }
    return new EventLoop(host, log, watch, wanted, this::failed);
  }

  private void end(Runnable remove) {
    lock.lock();
    try {
      remove.run();
      if (loop != null && subscribers.isEmpty() && closeListeners.isEmpty()) {
        loop.stop();
        loop = null;
      }
    } finally {
      lock.unlock();
    }
  }

  /** Called by the thread of the loop, which nobody must wait for. */
  private void failed(RuntimeException failure) {
    VimException cause =
        switch (failure) {
          case EventLoop.Hopeless hopeless -> hopeless.last();
          case VimException e -> e;
          default -> null;
        };
    LibvirtException error =
        cause != null
            ? attempt(REGISTER).translate(cause)
            : failure instanceof LibvirtException known
                ? known
                : attempt(REGISTER)
                    .error(
                        ErrorCode.INTERNAL_ERROR,
                        "events are not told any more: " + failure,
                        failure);
    tell(new Closing(reason(cause), error));
  }

  private static CloseReason reason(@Nullable VimException cause) {
    if (!(cause instanceof TransportException e)) {
      return CloseReason.ERROR;
    }
    return switch (e.kind()) {
      case TIMED_OUT -> CloseReason.KEEPALIVE;
      case CUT_OFF, CONNECTION_REFUSED, CONNECT_FAILED -> CloseReason.EOF;
      default -> CloseReason.ERROR;
    };
  }

  private void tell(Closing closing) {
    closeListeners.forEach(listener -> listener.accept(closing));
  }

  /** Ends all registrations. */
  @Override
  public void close() {
    lock.lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
      if (loop != null) {
        loop.stop();
        loop = null;
      }
    } finally {
      lock.unlock();
    }
    tell(new Closing(CloseReason.CLIENT, null));
  }
}

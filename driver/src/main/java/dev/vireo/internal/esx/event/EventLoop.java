package dev.vireo.internal.esx.event;

import dev.vireo.event.DomainEventId;
import dev.vireo.internal.esx.HostContext;
import dev.vireo.vim.FaultException;
import dev.vireo.vim.Patience;
import dev.vireo.vim.ProtocolException;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.VimException;
import dev.vireo.vim.WaitClock;
import dev.vireo.vim.event.EventWindow;
import dev.vireo.vim.property.UpdateChannel;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.ObjectUpdate;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Follows a host: opens what is needed for that in a session, waits for news, and does so anew in
 * the next session. It is begun by whoever listens first, and goes on in a thread of its own.
 */
final class EventLoop {

  private static final System.Logger LOG = System.getLogger(EventLoop.class.getName());

  /** So often in a row may following the host be in vain: more than a minute with the pauses. */
  private static final int ROUNDS = 20;

  /** An answer that comes sooner was not waited for. */
  private static final Duration AT_ONCE = Duration.ofMillis(500);

  /** So many answers may come at once, with nothing new, before the host is followed anew. */
  private static final int IDLE_ANSWERS = 10;

  /** How long to wait where something may have to be told soon. */
  private static final Duration SOON = Duration.ofSeconds(1);

  private static final long PATIENCE_MILLIS = 10_000;

  private final HostContext host;
  private final VimClient client;
  private final WaitClock clock;
  private final HostLog log;
  private final DomainWatch watch;
  private final Set<DomainEventId> wanted;
  private final Consumer<RuntimeException> failed;
  private final Thread thread;
  private @Nullable UpdateChannel channel;
  private int generation;
  private int idle;

  /** The answer before: a server that repeats it has nothing to tell. */
  private List<ObjectUpdate> last = List.of();

  /** Whether the server has said that there is no session, about which it may be wrong. */
  private boolean denied;

  private volatile boolean stopped;
  private volatile boolean running = true;

  /**
   * @param wanted the kinds of events that are followed
   * @param failed hears, from the thread, that the host cannot be followed any more
   */
  EventLoop(
      HostContext host,
      HostLog log,
      DomainWatch watch,
      Set<DomainEventId> wanted,
      Consumer<RuntimeException> failed) {
    this.host = host;
    this.client = host.client();
    this.clock = client.options().clock();
    this.log = log;
    this.watch = watch;
    this.wanted = wanted;
    this.failed = failed;
    this.thread = Thread.ofPlatform().name("vireo-events").daemon().unstarted(this::run);
  }

  /** The kinds of events that are followed. */
  Set<DomainEventId> wanted() {
    return wanted;
  }

  /** Whether it follows the host, or may do so again. */
  boolean isRunning() {
    return running;
  }

  /**
   * Begins to follow the host, in the thread of the caller, so that nothing is missed that happens
   * after this.
   *
   * @throws VimException when that fails; nothing is left on the server then
   */
  void open() {
    Patience patience = client.sessionPatience();
    while (true) {
      try {
        openIn(client.sessionGeneration());
        return;
      } catch (RuntimeException e) {
        release(e);
        if (!isEndOfSession(e) || !client.renewSession(generation, patience)) {
          throw e;
        }
      }
    }
  }

  /** Goes on in a thread of its own. */
  void start() {
    thread.start();
  }

  private void openIn(int session) {
    generation = session;
    denied = false;
    ManagedObjectReference window = log.openIn(session);
    UpdateChannel opened =
        client
            .updateChannels()
            .openIn(
                WatchedProperties.of(
                    host.scope(), host.identity(), client.apiVersion(), wanted, window),
                false,
                session);
    channel = opened;
    watch.begin(window != null);
    Duration longest = client.options().callTimeout();
    boolean any = false;
    do {
      List<ObjectUpdate> updates = opened.next(any ? SOON : longest);
      if (updates.isEmpty() && !any) {
        throw new ProtocolException(
            ProtocolException.Kind.MALFORMED, "The server shows nothing, not even the host.", null);
      }
      any = true;
      receive(updates);
    } while (opened.moreFollows());
    watch.complete();
    idle = 0;
  }

  private void receive(List<ObjectUpdate> updates) {
    for (ObjectUpdate update : updates) {
      if (log.is(update.obj())) {
        EventWindow.newest(update).ifPresent(key -> log.upTo(key).forEach(watch::log));
      } else {
        watch.update(update);
      }
    }
    watch.resolve();
  }

  private void run() {
    RuntimeException failure = null;
    try {
      follow();
    } catch (RuntimeException e) {
      failure = e;
    } finally {
      running = false;
      release();
      if (denied) {
        client.abandonSession(generation); // with what may be left in it
      }
    }
    if (failure != null && !stopped) {
      failed.accept(failure);
    }
  }

  private void follow() {
    Patience patience = new Patience(ROUNDS);
    @Nullable VimException trouble = null;
    while (!stopped) {
      try {
        if (trouble != null) {
          recover(trouble, patience);
          trouble = null;
        }
        await(patience);
      } catch (VimException e) {
        LOG.log(System.Logger.Level.DEBUG, "The host is followed anew", e);
        release(e);
        if (stopped) {
          return;
        }
        if (e.isGivenUp() || isRefusedLogin(e)) {
          throw e;
        }
        trouble = e;
      }
    }
  }

  private void await(Patience patience) {
    UpdateChannel open = channel;
    if (open == null) {
      openIn(client.sessionGeneration());
      return;
    }
    long asked = clock.nanoTime();
    List<ObjectUpdate> updates =
        open.next(watch.hasDoubts() ? SOON : client.options().waitTimeout());
    Duration took = Duration.ofNanos(clock.nanoTime() - asked);
    receive(updates);
    boolean news = !updates.isEmpty() && !updates.equals(last);
    last = updates;
    if (news) {
      patience.gained();
      idle = 0;
    } else if (took.compareTo(AT_ONCE) >= 0) {
      patience.worked(took);
      idle = 0;
    } else if (++idle == IDLE_ANSWERS) {
      throw new ProtocolException(
          ProtocolException.Kind.ENDLESS,
          "The server does not wait for changes, and has none to tell.",
          null);
    }
  }

  /** Does what is needed before the host can be followed anew. */
  private void recover(VimException trouble, Patience patience) {
    if (!patience.spend()) {
      throw new Hopeless(trouble);
    }
    client.pause(patience.pause());
    if (isEndOfSession(trouble)) {
      client.renewSession(generation);
    }
  }

  /** A server that refuses the password must not be asked again and again: it locks the user. */
  private static boolean isRefusedLogin(VimException e) {
    return e instanceof FaultException refusal
        && refusal.operation().equals("Login")
        && !refusal.isNotAuthenticated();
  }

  private static boolean isEndOfSession(RuntimeException e) {
    return e instanceof FaultException fault && fault.isNotAuthenticated();
  }

  /** Releases what is left after a failure. */
  private void release(RuntimeException failure) {
    if (isEndOfSession(failure)) {
      denied = true;
      log.forget();
    }
    release();
  }

  private void release() {
    UpdateChannel open = channel;
    channel = null;
    if (open != null) {
      open.close();
    }
    log.close();
  }

  /** Ends it, and waits until nothing is left of it on the server, for ten seconds at most. */
  void stop() {
    stopped = true;
    running = false;
    if (Thread.currentThread().equals(thread)) {
      return;
    }
    thread.interrupt();
    try {
      thread.join(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Following the host was in vain too often. */
  static final class Hopeless extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final VimException last;

    private Hopeless(VimException last) {
      super(last);
      this.last = last;
    }

    /** What was in the way the last time. */
    VimException last() {
      return last;
    }
  }
}

package dev.vireo.vim;

import dev.vireo.vim.transport.VimTransport;
import java.lang.ref.Cleaner;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What a client has of its server and gives back at its end: the session, the thread that keeps it
 * alive, and the transport. It knows nothing of the client itself, so that a client that nobody
 * uses any more can be collected; the lease is then ended for it.
 */
final class Lease {

  private static final System.Logger LOG = System.getLogger(Lease.class.getName());

  /** Longest time for ending what nobody waits for. */
  private static final Duration BRIEFLY = Duration.ofSeconds(5);

  private final String server;
  private final Session session;
  private final KeepAlive keepAlive;
  private final VimTransport transport;
  private final AtomicBoolean ending = new AtomicBoolean();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile @Nullable Exception opened;

  /**
   * @param server the server's product, for messages
   */
  Lease(String server, Session session, KeepAlive keepAlive, VimTransport transport) {
    this.server = server;
    this.session = session;
    this.keepAlive = keepAlive;
    this.transport = transport;
  }

  /** Loads with the first login only. */
  private static final class Forgotten {
    static final Cleaner CLEANER = Cleaner.create();
  }

  /** Ends this lease when its client is forgotten, with a warning that says where it was opened. */
  void watch(VimClient client) {
    opened = new Exception("The connection was opened here");
    Forgotten.CLEANER.register(client, this::endForgotten);
  }

  private void endForgotten() {
    if (isEnding()) {
      return;
    }
    LOG.log(
        System.Logger.Level.WARNING,
        () ->
            "A connection to "
                + server
                + " was forgotten without being closed; it is logged out now."
                + " Close connections, as try-with-resources does.",
        opened);
    end(BRIEFLY);
  }

  /** Whether the end has begun. */
  boolean isEnding() {
    return ending.get();
  }

  /**
   * Logs out and releases everything. Does nothing when that was begun already.
   *
   * @param patience longest time to wait for a login that is under way, and then for the logout
   */
  void end(Duration patience) {
    if (!ending.compareAndSet(false, true)) {
      return;
    }
    keepAlive.stop();
    try {
      session.close(patience);
    } catch (VimException e) {
      LOG.log(System.Logger.Level.DEBUG, "Logging out failed; the server ends the session.", e);
    } finally {
      transport.close();
      OpenClients.remove(this);
      ended.countDown();
    }
  }

  /** Like {@link #end}; when that was begun already, waits for it as long. */
  void endWithProcess(Duration patience) throws InterruptedException {
    end(patience);
    // What ends it now does not survive this thread, as it is the last that the process waits for.
    if (!ended.await(patience.toNanos(), TimeUnit.NANOSECONDS)) {
      LOG.log(System.Logger.Level.DEBUG, "The end of the process does not wait for a logout.");
    }
  }
}

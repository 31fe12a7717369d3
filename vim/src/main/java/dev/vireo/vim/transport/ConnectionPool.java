package dev.vireo.vim.transport;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The idle connections of one transport: as many as were in use at once, so that many threads do
 * not pay for a TLS handshake each, within a bound. The one that was used last is taken first, and
 * those that nobody has needed for a while are closed.
 */
final class ConnectionPool implements Deadlines.Timed {

  /** More than this are not kept: each is a descriptor here and a thread or more at the server. */
  static final int MAX_IDLE = 256;

  /** Less than what servers, and the firewalls before them, wait for. */
  private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(60);

  /** The longest idle first. */
  private final Deque<HttpConnection> idle = new ArrayDeque<>();

  private boolean closed;
  private volatile long deadline;

  /** An idle connection that seems to be alive; null when there is none. */
  @Nullable HttpConnection take() {
    HttpConnection connection;
    while ((connection = pollLast()) != null) {
      if (System.nanoTime() - connection.idleSince() < IDLE_NANOS && !connection.isStale()) {
        return connection;
      }
      connection.close();
    }
    return null;
  }

  private synchronized @Nullable HttpConnection pollLast() {
    return idle.pollLast();
  }

  /** Keeps a connection for the next request, or closes it where that makes no sense. */
  void give(HttpConnection connection) {
    connection.markIdle();
    boolean kept;
    boolean first;
    synchronized (this) {
      kept = !closed && idle.size() < MAX_IDLE;
      first = idle.isEmpty();
      if (kept) {
        idle.addLast(connection);
      }
      if (kept && first) {
        deadline = connection.idleSince() + IDLE_NANOS;
      }
    }
    if (!kept) {
      connection.close();
    } else if (first) {
      Deadlines.watch(this);
    }
  }

  @Override
  public long deadline() {
    return deadline;
  }

  /** Closes what has been idle for too long. */
  @Override
  public void expire() {
    List<HttpConnection> old = new ArrayList<>();
    boolean more;
    synchronized (this) {
      long now = System.nanoTime();
      HttpConnection longest;
      while ((longest = idle.peekFirst()) != null && now - longest.idleSince() >= IDLE_NANOS) {
        old.add(idle.removeFirst());
      }
      more = longest != null;
      if (longest != null) {
        deadline = longest.idleSince() + IDLE_NANOS;
      }
    }
    old.forEach(HttpConnection::close);
    if (more) {
      Deadlines.watch(this);
    }
  }

  /** Closes all idle connections, and each that is given back later. */
  void close() {
    List<HttpConnection> all;
    synchronized (this) {
      closed = true;
      all = List.copyOf(idle);
      idle.clear();
    }
    all.forEach(HttpConnection::close);
    Deadlines.forget(this);
  }
}

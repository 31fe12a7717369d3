package dev.vireo.vim.transport;

import java.io.IOException;
import java.net.SocketException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A request under way: how far it has come, how much time it has, and how it is ended from outside.
 * What it waits for is either an interruptible channel or a future, both of which an interrupt ends
 * too.
 *
 * <p>The time of a call is for all of it. That of a transfer begins anew whenever something moves,
 * and does not run while the caller has its turn.
 */
final class HttpCall implements Deadlines.Timed {

  /** How far a call has come. */
  enum Phase {
    /** Resolving the name and connecting, through the proxy if there is one. */
    CONNECTING,
    /** The connection stands, the TLS session does not. */
    HANDSHAKE,
    /** Sending the request. */
    SENDING,
    /** Waiting for the answer's headers. */
    WAITING,
    /** Reading the answer's body. */
    READING
  }

  /** Why a call was ended from outside. */
  enum End {
    /** Its time has run out. */
    EXPIRED,
    /** The transport was closed. */
    CLOSED
  }

  /** Ends what the call waits for. */
  private interface Handle {
    void release() throws IOException;
  }

  private final String operation;
  private final Duration timeout;
  private final boolean transfer;
  private final Duration connectTimeout;
  private final long end;
  private volatile Phase phase = Phase.CONNECTING;
  private volatile long deadline;
  private volatile boolean waiting = true;
  private @Nullable End ended;
  private @Nullable Handle held;

  private HttpCall(String operation, Duration timeout, boolean transfer, Duration connectTimeout) {
    this.operation = operation;
    this.timeout = timeout;
    this.transfer = transfer;
    this.connectTimeout = connectTimeout;
    this.end = System.nanoTime() + nanos(timeout);
    this.deadline = end;
  }

  /**
   * A call.
   *
   * @param connectTimeout time for the connection to stand; that of the request counts too
   */
  static HttpCall of(WireRequest request, Duration connectTimeout) {
    return new HttpCall(request.operation(), request.timeout(), false, connectTimeout);
  }

  /**
   * A transfer.
   *
   * @param connectTimeout time for the connection to stand; that of the request counts too
   */
  static HttpCall of(TransferRequest request, Duration connectTimeout) {
    return new HttpCall(request.operation(), request.idleTimeout(), true, connectTimeout);
  }

  /** Far from the limits of the clock, which compares differences. */
  private static long nanos(Duration duration) {
    return Math.min(TimeUnit.NANOSECONDS.convert(duration), Long.MAX_VALUE / 4);
  }

  /** What it is for a reader. */
  String operation() {
    return operation;
  }

  /** The time of the request. */
  Duration timeout() {
    return timeout;
  }

  /** Whether its time is for standing still only. */
  boolean isTransfer() {
    return transfer;
  }

  /** How far the call has come. */
  Phase phase() {
    return phase;
  }

  /** Time for the connection to stand. */
  Duration connectLimit() {
    return connectTimeout.compareTo(timeout) < 0 ? connectTimeout : timeout;
  }

  /**
   * Goes on to the next phase, or back to the first.
   *
   * @throws SocketException when the call was ended from outside
   */
  void enter(Phase next) throws SocketException {
    checkNotEnded();
    phase = next;
    long now = System.nanoTime();
    long last = transfer ? now + nanos(timeout) : end;
    long connected = now + nanos(connectTimeout);
    deadline = next == Phase.CONNECTING && connected - last < 0 ? connected : last;
    if (next == Phase.CONNECTING) {
      Deadlines.watch(this); // the deadline may be earlier than before
    }
  }

  /** From now on the other side has its turn: a transfer's time begins anew. */
  void await() {
    if (transfer) {
      deadline = System.nanoTime() + nanos(timeout);
      waiting = true;
    }
  }

  /** The caller has its turn, which takes as long as it takes. */
  void pause() {
    waiting = !transfer;
  }

  @Override
  public long deadline() {
    return deadline;
  }

  /** What is left of the time for this phase, at least one nanosecond. */
  long nanosLeft() {
    return Math.max(1, deadline - System.nanoTime());
  }

  /** Notes the connection that the call works on. */
  void use(SocketChannel channel) throws IOException {
    try {
      hold(channel::close);
    } catch (SocketException e) {
      channel.close();
      throw e;
    }
  }

  /** Notes what the call waits for. */
  void use(CompletableFuture<?> future) throws SocketException {
    hold(() -> future.completeExceptionally(new SocketException("the call was ended")));
  }

  private synchronized void hold(Handle handle) throws SocketException {
    checkNotEnded();
    held = handle;
  }

  private synchronized void checkNotEnded() throws SocketException {
    if (ended != null) {
      throw new SocketException("the call was ended");
    }
  }

  /** Why the call was ended from outside; null when it was not. */
  synchronized @Nullable End ended() {
    return ended;
  }

  /** Whether its caller wants no more of it: it was ended from outside or interrupted. */
  boolean isOver() {
    return ended() != null || Thread.currentThread().isInterrupted();
  }

  /** What the call held belongs to others from now on. */
  synchronized void finish() {
    held = null;
  }

  @Override
  public void expire() {
    if (ended() != null) {
      return; // an answer that nobody closes is not watched forever
    }
    long now = System.nanoTime();
    if (!waiting) {
      deadline = now + nanos(timeout);
    }
    if (now - deadline < 0) {
      Deadlines.watch(this); // it has come further meanwhile, or waits for nobody
    } else {
      end(End.EXPIRED);
    }
  }

  /** Ends the call: whatever it waits for fails. */
  synchronized void end(End why) {
    if (ended != null) {
      return;
    }
    ended = why;
    Handle handle = held;
    held = null;
    if (handle != null) {
      HttpConnection.release(handle::release);
    }
  }
}

package dev.vireo.simulator.internal.http;

import dev.vireo.simulator.ServeLimits;
import dev.vireo.simulator.internal.tls.SelfSignedCertificate;
import dev.vireo.simulator.internal.wire.RefusedRequestException;
import dev.vireo.simulator.internal.wire.RequestHandler;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Serves the host over HTTP or HTTPS: takes connections, each of which has a thread of its own, and
 * ends those of clients that are too slow. The threads are the system's: virtual ones pass each
 * request through two threads more.
 */
public final class HttpFront implements AutoCloseable {

  private static final Logger LOGGER = System.getLogger(HttpFront.class.getName());
  private static final int STOP_SECONDS = 10;
  private static final long LONGEST_TICK = 1000;
  private static final long PAUSE = 100;

  /** As many clients may connect at once without one of them being refused. */
  private static final int BACKLOG = 1024;

  /** Sessions that TLS remembers, for clients that come again. */
  private static final int TLS_SESSIONS = 256;

  private final ServerSocket listener;
  private final @Nullable SSLContext tls;
  private final RequestHandler handler;
  private final ServeLimits limits;
  private final ConnectionSlots slots;
  private final Set<Connection> connections = Collections.newSetFromMap(new ConcurrentHashMap<>());
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(
          Thread.ofPlatform()
              .daemon()
              .name("vireo-simulator-http-", 1)
              .inheritInheritableThreadLocals(false)
              .factory());
  private final Thread acceptor = daemon("vireo-simulator-accept", this::accept);
  private final Thread clock = daemon("vireo-simulator-deadlines", this::watch);
  private volatile boolean closed;

  private HttpFront(
      ServerSocket listener, @Nullable SSLContext tls, RequestHandler handler, ServeLimits limits) {
    this.listener = listener;
    this.tls = tls;
    this.handler = handler;
    this.limits = limits;
    this.slots = new ConnectionSlots(limits);
  }

  private static Thread daemon(String name, Runnable task) {
    return Thread.ofPlatform()
        .daemon()
        .name(name)
        .inheritInheritableThreadLocals(false)
        .unstarted(task);
  }

  /**
   * Starts to serve.
   *
   * @param address where to listen; port 0 for any free one
   * @param identity the certificate to present; null for plain HTTP
   * @param handler answers the requests
   * @param limits what clients may take
   */
  public static HttpFront start(
      InetSocketAddress address,
      @Nullable SelfSignedCertificate identity,
      RequestHandler handler,
      ServeLimits limits)
      throws IOException {
    SSLContext tls = identity == null ? null : identity.serverContext();
    if (tls != null) {
      tls.getServerSessionContext().setSessionCacheSize(TLS_SESSIONS);
    }
    ServerSocket listener = new ServerSocket();
    boolean started = false;
    try {
      listener.bind(address, BACKLOG);
      HttpFront front = new HttpFront(listener, tls, handler, limits);
      front.acceptor.start();
      front.clock.start();
      started = true;
      return front;
    } finally {
      if (!started) {
        listener.close();
      }
    }
  }

  /** The address that it listens at. */
  public InetSocketAddress address() {
    return (InetSocketAddress) listener.getLocalSocketAddress();
  }

  private void accept() {
    while (!closed) {
      try {
        take(listener.accept());
      } catch (IOException e) {
        if (!closed) {
          // As when no file descriptor is left: it may pass.
          LOGGER.log(Level.WARNING, () -> "A client cannot connect: " + e.getMessage());
          pause(PAUSE);
        }
      }
    }
  }

  private void take(Socket socket) throws IOException {
    InetAddress client = socket.getInetAddress();
    if (!slots.take(client)) {
      LOGGER.log(Level.DEBUG, () -> "Too many connections, refused: " + client);
      turnAway(socket);
      return;
    }
    Connection connection = new Connection(socket, tls, handler, limits);
    connections.add(connection);
    try {
      threads.execute(() -> serve(connection, client));
    } catch (RejectedExecutionException e) {
      connection.cut(); // it comes while the server closes
    }
    if (closed) {
      connection.cut();
    }
  }

  private void serve(Connection connection, InetAddress client) {
    try {
      connection.run();
    } finally {
      connections.remove(connection);
      slots.free(client);
    }
  }

  /** The socket's buffer takes so few bytes at once, so nobody can hold this thread up. */
  private void turnAway(Socket socket) throws IOException {
    try (socket) {
      if (tls == null) {
        RefusedRequestException refusal =
            new RefusedRequestException(503, "There are too many connections.");
        new AnswerWriter(socket.getOutputStream())
            .write(refusal.answer(), false, false, bytes -> {});
      }
    }
  }

  private void watch() {
    long tick = LONGEST_TICK;
    for (Duration time :
        new Duration[] {limits.headTime(), limits.idleTime(), limits.transferTime()}) {
      tick = Math.max(1, Math.min(tick, time.toMillis() / 4));
    }
    while (!closed) {
      connections.forEach(Connection::cutWhenOverdue);
      pause(tick);
    }
  }

  private void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // by close() only
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      listener.close();
    } catch (IOException e) {
      LOGGER.log(Level.WARNING, () -> "The port cannot be closed: " + e.getMessage());
    }
    clock.interrupt();
    connections.forEach(Connection::cut);
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        LOGGER.log(Level.WARNING, "A request to the simulator does not end");
      }
      acceptor.join();
      clock.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

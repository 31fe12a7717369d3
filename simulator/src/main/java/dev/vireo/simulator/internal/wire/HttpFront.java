package dev.vireo.simulator.internal.wire;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.vireo.simulator.internal.tls.SelfSignedCertificate;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Serves the host over HTTP or HTTPS with the JDK's own server. Each request has a platform thread
 * of its own, because a client may wait for changes as long as it likes.
 */
public final class HttpFront implements AutoCloseable {

  private static final Logger LOGGER = System.getLogger(HttpFront.class.getName());
  private static final int BUFFER = 64 * 1024;
  private static final int STOP_SECONDS = 10;

  /** As many clients may connect at once without one of them being refused. */
  private static final int BACKLOG = 1024;

  static {
    // The JDK reads these once, when its server classes load.
    // Without this the server delays every second packet by 40 ms (Nagle against delayed
    // acknowledgements).
    preset("sun.net.httpserver.nodelay", "true");
    // Above its 200 the server closes connections that a client is about to use again.
    preset("sun.net.httpserver.maxIdleConnections", Integer.toString(BACKLOG));
  }

  private static void preset(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  private final HttpServer server;
  private final ExecutorService threads;
  private final RequestHandler handler;
  private final long maxBody;
  private final CountDownLatch closed = new CountDownLatch(1);

  private HttpFront(HttpServer server, RequestHandler handler, long maxBody) {
    this.server = server;
    this.handler = handler;
    this.maxBody = maxBody;
    AtomicInteger number = new AtomicInteger();
    this.threads =
        Executors.newCachedThreadPool(task -> {
          Thread thread = new Thread(task, "vireo-simulator-http-" + number.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        });
    server.setExecutor(threads);
    server.createContext("/", this::exchange);
    server.start();
  }

  /**
   * Starts to serve.
   *
   * @param address where to listen; port 0 for any free one
   * @param identity the certificate to present; null for plain HTTP
   * @param handler answers the requests
   * @param maxBody largest body of a request in bytes; a larger one is answered with status 413
   */
  public static HttpFront start(
      InetSocketAddress address,
      @Nullable SelfSignedCertificate identity,
      RequestHandler handler,
      long maxBody)
      throws IOException {
    if (identity == null) {
      return new HttpFront(HttpServer.create(address, BACKLOG), handler, maxBody);
    }
    HttpsServer server = HttpsServer.create(address, BACKLOG);
    server.setHttpsConfigurator(new HttpsConfigurator(identity.serverContext()));
    return new HttpFront(server, handler, maxBody);
  }

  /** The address that it listens at. */
  public InetSocketAddress address() {
    return server.getAddress();
  }

  private void exchange(HttpExchange exchange) throws IOException {
    // Closing an exchange before its answer is complete is how this server cuts a connection.
    try (exchange) {
      byte[] body = readBody(exchange.getRequestBody());
      if (body == null) {
        exchange.sendResponseHeaders(413, -1);
        return;
      }
      String target = exchange.getRequestURI().toString();
      String client = exchange.getRemoteAddress().getAddress().getHostAddress();
      String verb = exchange.getRequestMethod();
      boolean head = verb.equals("HEAD");
      Map<String, String> headers = flatten(exchange.getRequestHeaders());
      Inbound inbound =
          new Inbound(
              head ? "GET" : verb, target, headers, body, client, server instanceof HttpsServer);
      switch (handler.handle(inbound)) {
        case Outbound.Answer answer -> send(exchange, answer, head);
        case Outbound.Cut cut -> sendPart(exchange, cut);
        case Outbound.Drip drip -> drip(exchange, drip);
        case Outbound.Silence silence -> closed.await();
        case Outbound.TimedOut late -> closed.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOGGER.log(Level.ERROR, () -> "The simulator failed on " + exchange.getRequestURI(), e);
      throw e;
    }
  }

  private byte @Nullable [] readBody(InputStream in) throws IOException {
    int limit = (int) Math.min(maxBody, Integer.MAX_VALUE - 64);
    byte[] body = in.readNBytes(limit + 1);
    return body.length > limit ? null : body;
  }

  private static Map<String, String> flatten(Headers headers) {
    Map<String, String> flat = new HashMap<>();
    headers.forEach(
        (name, values) -> flat.put(name.toLowerCase(Locale.ROOT), String.join("; ", values)));
    return flat;
  }

  private static void setHeaders(HttpExchange exchange, Outbound.Answer answer) {
    answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
  }

  private static void send(HttpExchange exchange, Outbound.Answer answer, boolean head)
      throws IOException {
    setHeaders(exchange, answer);
    if (head) {
      // The server leaves this to us, because only we know the size of what is not sent.
      exchange.getResponseHeaders().set("Content-Length", Integer.toString(answer.body().length));
    }
    if (head || answer.body().length == 0) {
      exchange.sendResponseHeaders(answer.status(), -1);
      return;
    }
    exchange.sendResponseHeaders(answer.status(), answer.body().length);
    write(exchange.getResponseBody(), answer.body(), answer.body().length);
    exchange.getResponseBody().close();
  }

  private static void sendPart(HttpExchange exchange, Outbound.Cut cut) throws IOException {
    byte[] body = cut.answer().body();
    if (cut.afterBytes() == 0 || body.length == 0) {
      return;
    }
    setHeaders(exchange, cut.answer());
    exchange.sendResponseHeaders(cut.answer().status(), body.length);
    OutputStream out = exchange.getResponseBody();
    write(out, body, Math.min(cut.afterBytes(), body.length - 1));
    out.flush();
  }

  private static void drip(HttpExchange exchange, Outbound.Drip drip)
      throws IOException, InterruptedException {
    byte[] body = drip.answer().body();
    setHeaders(exchange, drip.answer());
    exchange.sendResponseHeaders(drip.answer().status(), body.length == 0 ? -1 : body.length);
    OutputStream out = exchange.getResponseBody();
    for (int start = 0; start < body.length; start += drip.bytes()) {
      Thread.sleep(drip.pause());
      out.write(body, start, Math.min(drip.bytes(), body.length - start));
      out.flush();
    }
  }

  /** In pieces, because the server copies each one. */
  private static void write(OutputStream out, byte[] body, int length) throws IOException {
    for (int start = 0; start < length; start += BUFFER) {
      out.write(body, start, Math.min(BUFFER, length - start));
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        LOGGER.log(Level.WARNING, "A request to the simulator does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

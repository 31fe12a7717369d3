package dev.vireo.internal.esx;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.vireo.vim.transport.VimTransport;
import dev.vireo.vim.transport.WireRequest;
import dev.vireo.vim.transport.WireResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves a {@link FakeHost} over HTTP on the loopback address, with the cookie of real hosts. */
final class FakeServer implements AutoCloseable {

  private static final String COOKIE = "vmware_soap_session";

  private final FakeHost host;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, VimTransport> clients = new ConcurrentHashMap<>();

  FakeServer(FakeHost host) throws IOException {
    this.host = host;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** A URI of this server, without encryption. */
  String uri(String scheme, String path, String parameters) {
    return scheme
        + "://"
        + InetAddress.getLoopbackAddress().getHostAddress()
        + ":"
        + server.getAddress().getPort()
        + "/"
        + path
        + "?transport=http"
        + parameters;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String session = session(exchange);
      WireResponse response =
          clients
              .computeIfAbsent(session, key -> host.transport())
              .send(
                  new WireRequest(
                      WireRequest.Verb.valueOf(exchange.getRequestMethod()),
                      exchange.getRequestURI().toString(),
                      Map.of(),
                      body,
                      operation(body),
                      true,
                      Duration.ofSeconds(30)));
      exchange.getResponseHeaders().add("Set-Cookie", COOKIE + "=\"" + session + "\"; Path=/");
      exchange.sendResponseHeaders(response.status(), response.body().length);
      exchange.getResponseBody().write(response.body());
    }
  }

  private static String session(HttpExchange exchange) {
    String cookie = exchange.getRequestHeaders().getFirst("Cookie");
    int start = cookie == null ? -1 : cookie.indexOf(COOKIE + "=\"");
    if (cookie == null || start < 0) {
      return UUID.randomUUID().toString();
    }
    int from = start + COOKIE.length() + 2;
    return cookie.substring(from, cookie.indexOf('"', from));
  }

  private static String operation(byte[] body) {
    String text = new String(body, java.nio.charset.StandardCharsets.UTF_8);
    java.util.regex.Matcher matcher =
        java.util.regex.Pattern.compile("Body>\\s*<(?:\\w+:)?(\\w+)").matcher(text);
    return matcher.find() ? matcher.group(1) : "GET";
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}

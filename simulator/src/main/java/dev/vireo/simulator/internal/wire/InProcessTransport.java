package dev.vireo.simulator.internal.wire;

import dev.vireo.vim.TransportException;
import dev.vireo.vim.TransportException.Kind;
import dev.vireo.vim.transport.VimTransport;
import dev.vireo.vim.transport.WireRequest;
import dev.vireo.vim.transport.WireResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A client's way to the simulated host without a socket. It carries the same bytes as HTTPS does,
 * and has its own cookies. The request runs on the caller's thread.
 */
public final class InProcessTransport implements VimTransport {

  private final RequestHandler handler;
  private final ConcurrentHashMap<String, String> cookies = new ConcurrentHashMap<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * @param handler answers the requests
   */
  public InProcessTransport(RequestHandler handler) {
    this.handler = handler;
  }

  @Override
  public WireResponse send(WireRequest request) {
    if (closed.getCount() == 0) {
      throw new TransportException(Kind.CLOSED, request.operation() + ": closed", null);
    }
    try {
      return switch (handler.handle(inbound(request))) {
        case Outbound.Answer answer -> accept(answer);
        case Outbound.Cut cut ->
            throw new TransportException(
                Kind.CUT_OFF, request.operation() + ": the host cut the connection", null);
        case Outbound.Silence silence -> throw awaitNothing(request);
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TransportException(Kind.INTERRUPTED, request.operation() + ": interrupted", e);
    }
  }

  private TransportException awaitNothing(WireRequest request) throws InterruptedException {
    boolean ended = closed.await(request.timeout().toNanos(), TimeUnit.NANOSECONDS);
    return ended
        ? new TransportException(Kind.CLOSED, request.operation() + ": closed", null)
        : new TransportException(
            Kind.TIMED_OUT,
            request.operation() + ": no answer within " + request.timeout().toMillis() + " ms",
            null);
  }

  private Inbound inbound(WireRequest request) {
    Map<String, String> headers = new HashMap<>();
    request.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    if (!cookies.isEmpty()) {
      headers.put(
          "cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    return new Inbound(
        request.verb().name(), request.path(), headers, request.body(), "127.0.0.1", true);
  }

  private WireResponse accept(Outbound.Answer answer) {
    Map<String, String> headers = new HashMap<>();
    answer.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    String cookie = headers.remove("set-cookie");
    if (cookie != null) {
      int end = cookie.indexOf(';');
      String pair = end < 0 ? cookie : cookie.substring(0, end);
      int equals = pair.indexOf('=');
      cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return new WireResponse(answer.status(), headers, answer.body());
  }

  @Override
  public void close() {
    closed.countDown();
  }
}

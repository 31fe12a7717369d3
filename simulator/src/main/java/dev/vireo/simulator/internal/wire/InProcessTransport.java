package dev.vireo.simulator.internal.wire;

import dev.vireo.vim.TransportException;
import dev.vireo.vim.TransportException.Kind;
import dev.vireo.vim.transport.TransferRequest;
import dev.vireo.vim.transport.Transfers;
import dev.vireo.vim.transport.VimTransport;
import dev.vireo.vim.transport.WireRequest;
import dev.vireo.vim.transport.WireRequest.Verb;
import dev.vireo.vim.transport.WireResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A client's way to the simulated host without a socket. It carries the same bytes as HTTPS does,
 * and has its own cookies.
 */
public final class InProcessTransport implements VimTransport {

  /** Larger answers to calls do not fit into arrays, let alone twice into the heap. */
  private static final long LARGEST_ANSWER =
      Math.min(512L << 20, Runtime.getRuntime().maxMemory() / 4);

  private final RequestHandler handler;
  private final Consumer<InProcessTransport> whenClosed;
  private final ConcurrentHashMap<String, String> cookies = new ConcurrentHashMap<>();
  private final Set<InProcessCall> calls = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Kind end;

  /**
   * @param handler answers the requests
   * @param whenClosed is told when the client closes it
   */
  public InProcessTransport(RequestHandler handler, Consumer<InProcessTransport> whenClosed) {
    this.handler = handler;
    this.whenClosed = whenClosed;
  }

  @Override
  public WireResponse send(WireRequest request) {
    InProcessCall call = new InProcessCall(request.operation(), request.timeout());
    begin(call);
    try {
      RequestBody body = RequestBody.of(request.body());
      call.start(
          handler, inbound(request.verb(), request.path(), request.headers(), body), () -> {});
      return accept(call, request);
    } finally {
      forget(call);
    }
  }

  private WireResponse accept(InProcessCall call, WireRequest request) {
    return switch (call.await()) {
      case Outbound.Answer answer -> response(call, request, answer);
      case Outbound.Cut cut -> {
        if (cut.afterBytes() > 0) {
          headers(cut.answer()); // its headers have come, with the cookie
        }
        throw call.failure(Kind.CUT_OFF, null);
      }
      case Outbound.Stall stall -> {
        headers(stall.answer());
        throw call.failure(Kind.TIMED_OUT, null);
      }
      case Outbound.Silence silence -> throw call.failure(Kind.TIMED_OUT, null);
      case Outbound.Deafness deafness -> throw call.failure(Kind.TIMED_OUT, null);
      case Outbound.TimedOut late -> throw call.failure(Kind.TIMED_OUT, null);
      case Outbound.Drip drip -> response(call, request, drip.answer());
    };
  }

  private WireResponse response(InProcessCall call, WireRequest request, Outbound.Answer answer) {
    Map<String, String> headers = headers(answer);
    AnswerBody body = answer.body();
    if (request.verb() == Verb.HEAD) {
      return new WireResponse(answer.status(), headers, new byte[0]);
    }
    if (body.size() > LARGEST_ANSWER) {
      throw call.failure(Kind.TOO_LARGE, null);
    }
    try (InputStream in = body.open()) {
      return new WireResponse(answer.status(), headers, in.readNBytes((int) body.size()));
    } catch (IOException e) {
      throw call.failure(Kind.CUT_OFF, e);
    }
  }

  @Override
  public Transfers transfers() {
    return request -> new InProcessTransfer(this, handler, request).open();
  }

  /**
   * Notes a request.
   *
   * @throws TransportException when the transport has ended
   */
  void begin(InProcessCall call) {
    calls.add(call);
    Kind ended = end;
    if (ended != null) {
      calls.remove(call);
      throw call.failure(ended, null);
    }
  }

  /** A request has ended. */
  void forget(InProcessCall call) {
    calls.remove(call);
  }

  /** What the host is told of a transfer. */
  Inbound inbound(TransferRequest request, RequestBody body) {
    return inbound(request.verb(), request.path(), request.headers(), body);
  }

  private Inbound inbound(Verb verb, String path, Map<String, String> sent, RequestBody body) {
    Map<String, String> headers = new HashMap<>();
    sent.forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    if (!cookies.isEmpty()) {
      headers.put(
          "cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    return new Inbound(verb.name(), path, headers, body, "127.0.0.1", true);
  }

  /** The headers of an answer as the client has them, without the cookie, which is kept. */
  Map<String, String> headers(Outbound.Answer answer) {
    Map<String, String> headers = new HashMap<>();
    answer.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    String cookie = headers.remove("set-cookie");
    if (cookie != null) {
      int end = cookie.indexOf(';');
      String pair = end < 0 ? cookie : cookie.substring(0, end);
      int equals = pair.indexOf('=');
      cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return headers;
  }

  /**
   * Ends the requests under way, and refuses others.
   *
   * @param kind what a later request fails with
   */
  public void end(Kind kind) {
    end = kind;
    calls.forEach(call -> call.end(kind));
  }

  @Override
  public void close() {
    end(Kind.CLOSED);
    whenClosed.accept(this);
  }
}

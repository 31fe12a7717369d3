package dev.vireo.simulator.internal.wire;

import dev.vireo.vim.TransportException;
import dev.vireo.vim.TransportException.Kind;
import dev.vireo.vim.transport.VimTransport;
import dev.vireo.vim.transport.WireRequest;
import dev.vireo.vim.transport.WireResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A client's way to the simulated host without a socket. It carries the same bytes as HTTPS does,
 * and has its own cookies. As a real host does, the simulated one works on a request on a thread of
 * its own, so that the client can give up on it.
 */
public final class InProcessTransport implements VimTransport {

  /** A request under way. */
  private static final class Call {
    final CompletableFuture<Outbound> answer = new CompletableFuture<>();
  }

  private final RequestHandler handler;
  private final Consumer<InProcessTransport> whenClosed;
  private final ConcurrentHashMap<String, String> cookies = new ConcurrentHashMap<>();
  private final Set<Call> calls = ConcurrentHashMap.newKeySet();
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
    Call call = new Call();
    calls.add(call);
    try {
      Kind ended = end;
      if (ended != null) {
        throw failure(ended, request, null);
      }
      return await(call, start(call, inbound(request)), request);
    } finally {
      calls.remove(call);
    }
  }

  /** Takes a thread of the caller's sort, so that a virtual caller costs no platform thread. */
  private Thread start(Call call, Inbound request) {
    Thread.Builder builder =
        Thread.currentThread().isVirtual() ? Thread.ofVirtual() : Thread.ofPlatform().daemon();
    return builder
        .name("vireo-simulator-call")
        .inheritInheritableThreadLocals(false)
        .start(() -> carryOut(call, request));
  }

  private void carryOut(Call call, Inbound request) {
    try {
      Outbound outbound = handler.handle(request);
      if (!(outbound instanceof Outbound.Silence)) {
        call.answer.complete(outbound);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      call.answer.completeExceptionally(e);
    } catch (RuntimeException | Error e) {
      call.answer.completeExceptionally(e);
    }
  }

  private WireResponse await(Call call, Thread thread, WireRequest request) {
    try {
      return switch (call.answer.get(request.timeout().toNanos(), TimeUnit.NANOSECONDS)) {
        case Outbound.Answer answer -> accept(answer);
        case Outbound.Cut cut -> {
          if (cut.afterBytes() > 0) {
            accept(cut.answer()); // its headers have come, with the cookie
          }
          throw failure(Kind.CUT_OFF, request, null);
        }
        case Outbound.Silence silence -> throw failure(Kind.TIMED_OUT, request, null);
        case Outbound.TimedOut late -> throw failure(Kind.TIMED_OUT, request, null);
        case Outbound.Drip drip -> accept(drip.answer());
      };
    } catch (TimeoutException e) {
      thread.interrupt();
      throw failure(Kind.TIMED_OUT, request, e);
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw failure(Kind.INTERRUPTED, request, e);
    } catch (CancellationException e) {
      thread.interrupt();
      throw failure(end == Kind.CLOSED ? Kind.CLOSED : Kind.CUT_OFF, request, e);
    } catch (ExecutionException e) {
      throw failure(Kind.CUT_OFF, request, e.getCause());
    }
  }

  private static TransportException failure(
      Kind kind, WireRequest request, @Nullable Throwable cause) {
    String reason =
        switch (kind) {
          case CLOSED -> "the connection to the simulated host is closed";
          case CONNECTION_REFUSED -> "the simulated host is switched off";
          case TIMED_OUT ->
              "the simulated host did not answer within " + request.timeout().toMillis() + " ms";
          case INTERRUPTED -> "interrupted while waiting for the simulated host";
          default -> "the simulated host cut the connection";
        };
    return new TransportException(kind, request.operation() + ": " + reason, cause);
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

  /**
   * Ends the requests under way, and refuses others.
   *
   * @param kind what a later request fails with
   */
  public void end(Kind kind) {
    end = kind;
    calls.forEach(call -> call.answer.cancel(false));
  }

  @Override
  public void close() {
    end(Kind.CLOSED);
    whenClosed.accept(this);
  }
}

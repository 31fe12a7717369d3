package dev.vireo.vim.transport;

import dev.vireo.vim.TransportException;
import dev.vireo.vim.TransportException.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The transport over HTTP and HTTPS, on the JDK's {@link java.net.HttpURLConnection}.
 *
 * <p>That client was chosen because it is maintained with the JDK, adds nothing to a program's
 * size, goes through HTTP and SOCKS proxies, and starts fastest of those that do. What it lacks is
 * added around it: each exchange runs on a thread of its own, so that a time-out covers everything
 * from name resolution to the last byte, an interrupt ends the call at once on platform and virtual
 * threads, and {@link #close} ends calls under way. Nothing of the process is changed or, as far as
 * the JDK lets one, consulted: no default cookie handler, authenticator, proxy selector or system
 * property.
 *
 * <p>Redirects are not followed; they come back as answers with their {@code location} header. No
 * request is sent twice, save a GET on a kept connection that the server had closed meanwhile.
 *
 * <p>Limits that come from the JDK: a host name is tried at the first of its addresses only; up to
 * five idle connections are kept for about five seconds each; idle connections without TLS stay
 * open that long after {@link #close}; a process-wide {@link java.net.CookieHandler}, if the
 * program has set one, sees the server's cookies and adds its own; an answer of 401 to a request
 * with a body loses its own body. TLS 1.0 and 1.1, the newest that ESX 4.1 and older speak, are
 * switched off in current JDKs; such hosts are reached with plain HTTP only.
 */
public final class HttpTransport implements VimTransport {

  private final HttpOptions options;
  private final Failures failures;
  private final OpenSockets sockets = new OpenSockets();
  private final @Nullable TlsSockets tls;
  private final CookieJar cookies;
  private final Set<HttpCall> calls = new HashSet<>();
  private boolean closed;

  /**
   * Opens nothing yet: the first request does.
   *
   * @param options where to connect, and how
   */
  public HttpTransport(HttpOptions options) {
    this.options = options;
    boolean encrypted = options.scheme() == HttpOptions.Scheme.HTTPS;
    this.failures = new Failures(options);
    this.tls = encrypted ? new TlsSockets(options.tls(), options.socksProxy(), sockets) : null;
    this.cookies = new CookieJar();
  }

  @Override
  public WireResponse send(WireRequest request) {
    HttpCall call = new HttpCall(options, tls, cookies, request);
    if (Thread.currentThread().isInterrupted()) {
      throw failures.interrupted(request, null);
    }
    register(call);
    try {
      start(call);
      return await(call, request);
    } finally {
      forget(call);
    }
  }

  /** Takes a thread of the caller's sort, so that a virtual caller costs no platform thread. */
  private static void start(HttpCall call) {
    Thread.Builder builder =
        Thread.currentThread().isVirtual() ? Thread.ofVirtual() : Thread.ofPlatform().daemon();
    builder.name("vireo-http").inheritInheritableThreadLocals(false).start(call);
  }

  private WireResponse await(HttpCall call, WireRequest request) {
    try {
      return call.result()
          .get(TimeUnit.NANOSECONDS.convert(request.timeout()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      HttpCall.Phase phase = call.phase();
      call.abandon();
      throw failures.timedOut(request, phase, e);
    } catch (InterruptedException e) {
      call.abandon();
      Thread.currentThread().interrupt();
      throw failures.interrupted(request, e);
    } catch (ExecutionException e) {
      throw failures.translate(request, call.phase(), e.getCause());
    }
  }

  private synchronized void register(HttpCall call) {
    if (closed) {
      throw new TransportException(
          Kind.CLOSED, "the connection to " + options.authority() + " is closed", null);
    }
    calls.add(call);
  }

  private synchronized void forget(HttpCall call) {
    calls.remove(call);
  }

  private synchronized List<HttpCall> markClosed() {
    closed = true;
    return List.copyOf(calls);
  }

  @Override
  public void close() {
    for (HttpCall call : markClosed()) {
      CompletableFuture<WireResponse> result = call.result();
      result.completeExceptionally(new ClosedDuringCall());
      call.abandon();
    }
    sockets.closeAll();
  }
}

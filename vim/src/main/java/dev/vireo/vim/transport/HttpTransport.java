package dev.vireo.vim.transport;

import dev.vireo.vim.TransportException;
import dev.vireo.vim.TransportException.Kind;
import dev.vireo.vim.VimException;
import java.io.IOException;
import java.net.InetAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The transport over HTTP/1.1, with TLS or without.
 *
 * <p>It is a small client of its own. A request and its answer pass in the thread of the caller, be
 * it a platform or a virtual one; its time-out covers everything from name resolution to the last
 * byte, an interrupt ends it at once, and {@link #close} ends calls under way. Connections are kept
 * for a minute, as many as were in use at once up to 256, and {@link #close} ends them. Each
 * address of a host is tried. Nothing of the process is changed or consulted: no cookie handler,
 * authenticator, proxy selector, response cache or system property of HTTP.
 *
 * <p>Redirects are not followed; they come back as answers with their {@code location} header.
 * Nobody is logged in by HTTP: 401 comes back as an answer. No request is sent twice, save a GET on
 * a kept connection that the server had closed meanwhile.
 *
 * <p>What an answer may be is bounded: its headers by 64 KiB a line, 512 lines and 256 KiB in all,
 * interim answers by eight, the body of a call by the lesser of {@link
 * HttpOptions#maxResponseBytes} and a quarter of the heap. Bodies of transfers have no bound: none
 * of them is held here.
 *
 * <p>TLS 1.0 and 1.1, the newest that ESX 5.x and older speak, are switched off in current JDKs;
 * {@link HttpOptions#legacyTls} reaches such hosts.
 */
public final class HttpTransport implements VimTransport {

  private static final int EXPECTATION_FAILED = 417;

  private final HttpOptions options;
  private final Failures failures;
  private final HttpConnections connections;
  private final HeadWriter heads;
  private final HttpExchange exchange;
  private final Set<HttpCall> calls = new HashSet<>();
  private boolean closed;

  /**
   * Opens nothing yet: the first request does.
   *
   * @param options where to connect, and how
   */
  public HttpTransport(HttpOptions options) {
    this(options, InetAddress::getAllByName);
  }

  /**
   * @param names where the addresses of hosts come from
   */
  HttpTransport(HttpOptions options, Resolver.Names names) {
    this.options = options;
    this.failures = new Failures(options);
    this.connections =
        new HttpConnections(
            options, new Connector(options, new Resolver(names)), new ConnectionPool());
    this.heads = new HeadWriter(options);
    this.exchange = new HttpExchange(options, connections, heads);
  }

  @Override
  public WireResponse send(WireRequest request) {
    HttpCall call = HttpCall.of(request, options.connectTimeout());
    register(call);
    try {
      Deadlines.watch(call);
      return exchange.send(call, request);
    } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
      throw translated(call, e);
    } finally {
      forget(call);
    }
  }

  @Override
  public Transfers transfers() {
    return this::transfer;
  }

  private TransferAnswer transfer(TransferRequest request) throws IOException {
    // connections of old TLS cannot wait for a moment, and hosts that speak it do not answer
    boolean ask = !options.legacyTls() && HttpTransfer.isWorthAsking(request.body());
    TransferAnswer answer = transfer(request, ask);
    if (answer.status() == EXPECTATION_FAILED && ask && request.body().isRepeatable()) {
      answer.close();
      return transfer(request, false);
    }
    return answer;
  }

  private TransferAnswer transfer(TransferRequest request, boolean ask) throws IOException {
    HttpCall call = HttpCall.of(request, options.connectTimeout());
    register(call);
    boolean open = false;
    try {
      Deadlines.watch(call);
      HttpAnswer answer = new HttpTransfer(connections, heads, call, request, ask).send();
      HttpBodyInput body =
          new HttpBodyInput(
              answer, call, connections, failure -> translated(call, failure), () -> forget(call));
      open = true;
      body.begin();
      return new TransferAnswer(
          answer.head().status(), answer.head().fields(), answer.body().announced(), body);
    } catch (HttpTransfer.SourceFailedException e) {
      throw e.reason();
    } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
      throw translated(call, e);
    } finally {
      if (!open) {
        forget(call);
      }
    }
  }

  private RuntimeException translated(HttpCall call, Throwable e) {
    return e instanceof VimException known ? known : failures.translate(call, e);
  }

  private void register(HttpCall call) {
    if (Thread.currentThread().isInterrupted()) {
      throw failures.interrupted(call, null);
    }
    add(call);
  }

  private synchronized void add(HttpCall call) {
    if (closed) {
      throw new TransportException(
          Kind.CLOSED, "the connection to " + options.authority() + " is closed", null);
    }
    calls.add(call);
  }

  private void forget(HttpCall call) {
    Deadlines.forget(call);
    remove(call);
  }

  private synchronized void remove(HttpCall call) {
    calls.remove(call);
  }

  private synchronized List<HttpCall> markClosed() {
    closed = true;
    return List.copyOf(calls);
  }

  @Override
  public void close() {
    markClosed().forEach(call -> call.end(HttpCall.End.CLOSED));
    connections.close();
  }
}

package dev.vireo.vim.transport;

import dev.vireo.vim.ProtocolException;
import dev.vireo.vim.TransportException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reports each exchange of another transport to a listener. */
public final class ObservedTransport implements VimTransport {

  private static final Logger LOGGER = System.getLogger(ObservedTransport.class.getName());
  private static final int SERVER_ERROR = 500;
  private static final int BAD_REQUEST = 400;

  /** Where the name of a fault is looked for: faults are short. */
  private static final int FAULT_WITHIN = 64 << 10;

  /** The element below {@code detail} that holds a fault is called after it. */
  private static final Pattern FAULT = Pattern.compile("<(?:\\w+:)?(\\w+)Fault[\\s/>]");

  private final VimTransport transport;
  private final ExchangeListener listener;

  /**
   * @param transport the transport that does the work; closed together with this one
   * @param listener hears of each exchange
   */
  public ObservedTransport(VimTransport transport, ExchangeListener listener) {
    this.transport = transport;
    this.listener = listener;
  }

  @Override
  public WireResponse send(WireRequest request) {
    long bytesOut = request.body().length;
    long start = System.nanoTime();
    try {
      WireResponse response = transport.send(request);
      report(request, bytesOut, start, response, failure(response));
      return response;
    } catch (TransportException e) {
      report(request, bytesOut, start, null, e.kind().name());
      throw e;
    } catch (ProtocolException e) {
      report(request, bytesOut, start, null, e.kind().name());
      throw e;
    }
  }

  private void report(
      WireRequest request,
      long bytesOut,
      long start,
      @Nullable WireResponse response,
      @Nullable String failure) {
    report(
        new Exchange(
            request.operation(),
            bytesOut,
            response == null ? 0 : response.body().length,
            Duration.ofNanos(System.nanoTime() - start),
            response == null ? 0 : response.status(),
            failure));
  }

  private void report(Exchange exchange) {
    try {
      listener.exchanged(exchange);
    } catch (RuntimeException e) { // the host has carried the call out, whoever looks on
      LOGGER.log(Level.WARNING, "a listener failed to hear of " + exchange.operation(), e);
    }
  }

  @Override
  public Transfers transfers() {
    Transfers transfers = transport.transfers();
    return request ->
        WatchedTransfer.open(transfers, request, (exchange, of) -> report(exchange));
  }

  private static @Nullable String failure(WireResponse response) {
    if (response.status() < BAD_REQUEST) {
      return null;
    }
    if (response.status() == SERVER_ERROR) {
      int length = Math.min(response.body().length, FAULT_WITHIN);
      Matcher fault = FAULT.matcher(new String(response.body(), 0, length, StandardCharsets.UTF_8));
      if (fault.find()) {
        return fault.group(1);
      }
    }
    return "HTTP " + response.status();
  }

  @Override
  public void close() {
    transport.close();
  }
}

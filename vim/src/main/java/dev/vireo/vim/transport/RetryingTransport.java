package dev.vireo.vim.transport;

import dev.vireo.vim.TransportException;
import dev.vireo.vim.TransportException.Kind;
import java.time.Duration;

/**
 * Sends a request once more when the connection broke under it, provided that this does no harm:
 * servers close idle connections when they like, and the client learns it from its next request.
 *
 * <p>Transfers pass as they are: what may be repeated of one, and from which byte on, is known to
 * {@link dev.vireo.vim.file}, which stands above the session.
 */
public final class RetryingTransport implements VimTransport {

  private final VimTransport transport;

  /**
   * @param transport the transport that does the work; closed together with this one
   */
  public RetryingTransport(VimTransport transport) {
    this.transport = transport;
  }

  @Override
  public WireResponse send(WireRequest request) {
    long start = System.nanoTime();
    try {
      return transport.send(request);
    } catch (TransportException e) {
      Duration left = request.timeout().minusNanos(System.nanoTime() - start);
      if (e.kind() != Kind.CUT_OFF || !request.repeatable() || !left.isPositive()) {
        throw e;
      }
      return sendAgain(request, left, e);
    }
  }

  private WireResponse sendAgain(WireRequest request, Duration left, TransportException first) {
    WireRequest again =
        new WireRequest(
            request.verb(),
            request.path(),
            request.headers(),
            request.body(),
            request.operation(),
            false,
            left);
    try {
      return transport.send(again);
    } catch (TransportException e) {
      e.addSuppressed(first);
      throw e;
    }
  }

  @Override
  public Transfers transfers() {
    return transport.transfers();
  }

  @Override
  public void close() {
    transport.close();
  }
}

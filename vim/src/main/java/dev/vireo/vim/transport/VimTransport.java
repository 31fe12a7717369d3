package dev.vireo.vim.transport;

import dev.vireo.vim.TransportException;

/**
 * Sends one request to a VI API server and brings its answer back. Logging, counting, retry,
 * recording and the in-process simulator are implementations or wrappers of this interface.
 *
 * <p>A transport is thread-safe: requests of several threads run in parallel. It keeps the server's
 * cookies, so one transport is one client.
 */
public interface VimTransport extends AutoCloseable {

  /**
   * Sends a request and waits for the whole answer, whatever its status.
   *
   * @throws TransportException when no complete answer came back
   */
  WireResponse send(WireRequest request);

  /**
   * The way for what may be larger than the memory. It shares cookies and connections with the
   * calls, and ends with this transport.
   *
   * @throws UnsupportedOperationException when this transport carries calls only
   */
  default Transfers transfers() {
    throw new UnsupportedOperationException("This transport carries calls only.");
  }

  /**
   * Releases connections; requests and transfers
   * under way end with {@link TransportException.Kind#CLOSED}.
   */
  @Override
  void close();
}

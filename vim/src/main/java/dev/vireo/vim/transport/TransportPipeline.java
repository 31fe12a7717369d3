package dev.vireo.vim.transport;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The way of a request to the server, in one place:
 *
 * <pre>
 * caller -> retry -> observe -> log -> wire (HTTP, or a simulated host in this process)
 * </pre>
 *
 * Retry stands outermost, so that the listener and the log see each attempt.
 */
public final class TransportPipeline {

  private TransportPipeline() {}

  /**
   * Puts the usual wrappers around a transport.
   *
   * @param wire what brings requests to the server; closed together with the result
   * @param listener hears of each exchange; null for nobody
   * @param secretOptions which options of virtual machines, by their keys, have values that are not
   *     logged
   */
  public static VimTransport over(
      VimTransport wire, @Nullable ExchangeListener listener, Predicate<String> secretOptions) {
    VimTransport logged = new LoggingTransport(wire, secretOptions);
    VimTransport observed = listener == null ? logged : new ObservedTransport(logged, listener);
    return new RetryingTransport(observed);
  }
}

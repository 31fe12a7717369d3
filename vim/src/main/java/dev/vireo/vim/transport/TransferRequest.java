package dev.vireo.vim.transport;

import dev.vireo.vim.transport.WireRequest.Verb;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * One request whose body, or whose answer's body, is a stream.
 *
 * @param verb the HTTP method
 * @param path path and query, already encoded, starting with a slash
 * @param headers additional headers; never credentials or cookies, which the transport adds, nor
 *     what says how long the body is
 * @param body what is sent; {@link TransferBody#none()} for nothing
 * @param operation what this request is for a reader, such as verb and path
 * @param idleTimeout longest time in which nothing moves, wherever the transfer stands; positive.
 *     Time that the caller takes, to give or to take bytes, does not count
 */
public record TransferRequest(
    Verb verb,
    String path,
    Map<String, String> headers,
    TransferBody body,
    String operation,
    Duration idleTimeout) {

  /** Copies the headers, and checks the time-out. */
  public TransferRequest {
    headers = Map.copyOf(headers);
    if (!idleTimeout.isPositive()) {
      throw new IllegalArgumentException("A time-out must be positive.");
    }
  }

  /**
   * A request without a body, called after its verb and path.
   *
   * @param path path and query, already encoded
   * @param idleTimeout see above
   */
  public static TransferRequest of(Verb verb, String path, Duration idleTimeout) {
    return new TransferRequest(
        verb, path, Map.of(), TransferBody.none(), verb.on(path), idleTimeout);
  }

  /** The same with one more header. */
  public TransferRequest with(String name, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(name, value);
    return new TransferRequest(verb, path, more, body, operation, idleTimeout);
  }

  /** The same with another body. */
  public TransferRequest with(TransferBody other) {
    return new TransferRequest(verb, path, headers, other, operation, idleTimeout);
  }

  /** Shows nothing of headers and query. */
  @Override
  public String toString() {
    return "TransferRequest[" + operation + "]";
  }
}

package dev.vireo.vim.transport;

import java.time.Duration;
import java.util.Map;

/**
 * One HTTP request to the server of a transport.
 *
 * @param verb the HTTP method
 * @param path path and query, already encoded, starting with a slash
 * @param headers additional headers; never credentials or cookies, which the transport adds
 * @param body the body; empty for none. The array is not copied and must not change
 * @param operation what this request is for a reader: a VI method name such as {@code Login}, or
 *     verb and path
 * @param repeatable whether sending it twice does no harm
 * @param timeout time for the whole exchange; positive
 */
@SuppressWarnings("ArrayRecordComponent") // one buffer from codec to socket, compared by nobody
public record WireRequest(
    Verb verb,
    String path,
    Map<String, String> headers,
    byte[] body,
    String operation,
    boolean repeatable,
    Duration timeout) {

  /** The HTTP methods that VI API servers take. */
  public enum Verb {
    /** Reads a file or document. */
    GET,
    /** Asks what a GET would give, without its body. */
    HEAD,
    /** Calls a VI method. */
    POST,
    /** Writes a file. */
    PUT,
    /** Deletes a file. */
    DELETE;

    /**
     * This and a path, as operations and logs name a request: without the query, which is long and
     * may hold what nobody else is to read.
     *
     * @param target path and query
     */
    String on(String target) {
      int query = target.indexOf('?');
      return name() + " " + (query < 0 ? target : target.substring(0, query));
    }
  }

  /**
   * A request that only reads, called after its verb and path.
   *
   * @param path path and query, already encoded
   * @param timeout see above
   */
  public static WireRequest get(String path, Duration timeout) {
    return new WireRequest(Verb.GET, path, Map.of(), new byte[0], Verb.GET.on(path), true, timeout);
  }

  /** Copies the headers. */
  public WireRequest {
    headers = Map.copyOf(headers);
  }
}

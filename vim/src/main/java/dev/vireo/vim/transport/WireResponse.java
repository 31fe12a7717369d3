package dev.vireo.vim.transport;

import java.util.Map;

/**
 * The answer to a {@link WireRequest}.
 *
 * @param status HTTP status code
 * @param headers headers by lower-case name
 * @param body the whole body. The array is not copied and must not change
 */
@SuppressWarnings("ArrayRecordComponent") // one buffer from socket to codec, compared by nobody
public record WireResponse(int status, Map<String, String> headers, byte[] body) {

  /** Copies the headers. */
  public WireResponse {
    headers = Map.copyOf(headers);
  }
}

package dev.vireo.vim.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link TransferRequest}. It holds a connection until its body has been read to
 * the end or it is closed. Closing it earlier ends the transfer.
 *
 * @param status HTTP status code
 * @param headers headers by lower-case name
 * @param length length of the body, or of what an answer to HEAD lacks; -1 when the server does not
 *     say
 * @param body the body, for one thread at a time. What breaks on the way is thrown as {@link
 *     dev.vireo.vim.VimException}
 */
public record TransferAnswer(
    int status, Map<String, String> headers, long length, InputStream body)
    implements AutoCloseable {

  /** Copies the headers. */
  public TransferAnswer {
    headers = Map.copyOf(headers);
  }

  /** A header by its lower-case name; null when it is absent. */
  public @Nullable String header(String name) {
    return headers.get(name);
  }

  /** The same with a body that is read through another stream. */
  public TransferAnswer through(InputStream other) {
    return new TransferAnswer(status, headers, length, other);
  }

  /** Ends the transfer, if it has not ended. */
  @Override
  public void close() {
    try {
      body.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Shows nothing of headers and body. */
  @Override
  public String toString() {
    return "TransferAnswer[" + status + ", " + length + " bytes]";
  }
}

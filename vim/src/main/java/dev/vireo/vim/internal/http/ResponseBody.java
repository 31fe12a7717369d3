package dev.vireo.vim.internal.http;

import java.io.IOException;
import java.io.InputStream;

/**
 * The body that follows a head, as a stream of its own bytes.
 *
 * @param stream its bytes, decoded; ends where the body does
 * @param length its length, -1 for unknown
 * @param announced the length that its head tells, -1 for none: that of what is not there, where
 *     the head answers a HEAD
 * @param delimited whether it has an end of its own, so that the connection can go on after it
 */
public record ResponseBody(InputStream stream, long length, long announced, boolean delimited) {

  /**
   * The body of an answer that has none, whatever its head says: it answers a HEAD.
   *
   * @param head tells the length of what it lacks, where it does
   */
  public static ResponseBody absent(ResponseHead head, WireInput in) throws IOException {
    return new ResponseBody(new LengthInput(in, 0), 0, head.contentLength(), true);
  }

  /**
   * The body of an answer.
   *
   * @param in the connection, just behind the head
   * @throws NotHttpException when the headers do not say where it ends
   */
  public static ResponseBody of(ResponseHead head, WireInput in) throws IOException {
    if (head.isWithoutBody()) {
      return new ResponseBody(new LengthInput(in, 0), 0, 0, true);
    }
    if (head.isChunked()) {
      return new ResponseBody(new ChunkedInput(in), -1, -1, true);
    }
    long length = head.contentLength();
    return length < 0
        ? new ResponseBody(in, -1, -1, false)
        : new ResponseBody(new LengthInput(in, length), length, length, true);
  }
}

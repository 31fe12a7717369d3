package dev.vireo.vim.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Takes the body of an answer into memory, which the server may cut off or swell. */
public final class BodyReader {

  /** Announced lengths beyond this are believed only as the bytes come. */
  private static final int TRUSTED_LENGTH = 1 << 20;

  private static final int FIRST_BUFFER = 8192;

  private final BodyLimit limit;

  /**
   * @param limit largest length that is accepted
   */
  public BodyReader(BodyLimit limit) {
    this.limit = limit;
  }

  /**
   * Reads to the end.
   *
   * @param in the body, decoded
   * @param announced its length as the headers give it, -1 for unknown
   * @throws TooLargeException when it is larger than the limit
   */
  public byte[] read(InputStream in, long announced) throws IOException {
    if (announced > limit.bytes()) {
      throw limit.exceeded();
    }
    // one more than announced, so that the end is seen without growing
    byte[] buffer =
        new byte[announced < 0 ? FIRST_BUFFER : (int) Math.min(announced, TRUSTED_LENGTH) + 1];
    int length = 0;
    int count;
    while ((count = in.read(buffer, length, buffer.length - length)) >= 0) {
      length += count;
      if (length > limit.bytes()) {
        throw limit.exceeded();
      }
      if (length == buffer.length) {
        buffer = Arrays.copyOf(buffer, grown(length));
      }
    }
    return length == buffer.length ? buffer : Arrays.copyOf(buffer, length);
  }

  /** One more than the limit at most, so that what exceeds it is seen. */
  private int grown(int length) {
    return (int) Math.min((long) length * 2, limit.bytes() + 1);
  }
}

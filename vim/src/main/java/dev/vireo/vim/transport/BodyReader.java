package dev.vireo.vim.transport;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/** Reads the body of an answer, which the server may cut off, swell or stop sending. */
final class BodyReader {

  /** Announced lengths beyond this are believed only as the bytes come. */
  private static final int TRUSTED_LENGTH = 1 << 20;

  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  private final long limit;
  private final BooleanSupplier abandoned;

  /**
   * @param limit largest length that is accepted, in bytes
   * @param abandoned whether nobody waits for the body any more
   */
  BodyReader(long limit, BooleanSupplier abandoned) {
    this.limit = Math.min(limit, LARGEST_ARRAY);
    this.abandoned = abandoned;
  }

  /**
   * Reads to the end.
   *
   * @param in the body, decoded
   * @param announced its length as the headers give it, -1 for unknown
   * @throws TooLargeException when it is larger than the limit
   * @throws EOFException when it is shorter than announced
   */
  byte[] read(InputStream in, long announced) throws IOException {
    if (announced > limit) {
      throw new TooLargeException(limit);
    }
    // one more than announced, so that the end is seen without growing
    byte[] buffer = new byte[announced < 0 ? 8192 : (int) Math.min(announced, TRUSTED_LENGTH) + 1];
    int length = 0;
    int count;
    while ((count = in.read(buffer, length, buffer.length - length)) >= 0) {
      length += count;
      if (length > limit) {
        throw new TooLargeException(limit);
      }
      if (abandoned.getAsBoolean()) {
        throw new SocketException("nobody waits for this call any more");
      }
      if (length == buffer.length) {
        buffer = Arrays.copyOf(buffer, grown(length));
      }
    }
    if (length < announced) {
      throw new EOFException("the answer ends after " + length + " of " + announced + " bytes");
    }
    return length == buffer.length ? buffer : Arrays.copyOf(buffer, length);
  }

  private static int grown(int length) {
    return (int) Math.min((long) length * 2, LARGEST_ARRAY);
  }
}

package dev.vireo.simulator.internal.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The body of a request. It comes as it is read, once; who does not want it leaves it.
 *
 * @param length its length; {@link #UNKNOWN} when only its end tells
 * @param stream its bytes. What the client does wrong is thrown as {@link RefusedRequestException}
 */
public record RequestBody(long length, InputStream stream) {

  /** A length that nobody has announced. */
  public static final long UNKNOWN = -1;

  /** None. */
  public static final RequestBody NONE = of(new byte[0]);

  /** Bytes in memory. */
  public static RequestBody of(byte[] bytes) {
    return new RequestBody(bytes.length, new ByteArrayInputStream(bytes));
  }

  /** All of it, for a body that was {@linkplain Admission admitted} as one for the memory. */
  byte[] bytes() throws IOException {
    return stream.readAllBytes();
  }

  /** Reads so many bytes for nothing, or all when there are fewer. */
  void skip(long count) throws IOException {
    byte[] buffer = new byte[8 * 1024];
    long left = count;
    int got = 0;
    while (left > 0 && got >= 0) {
      got = stream.read(buffer, 0, (int) Math.min(buffer.length, left));
      left -= got;
    }
  }
}

package dev.vireo.simulator.internal.http;

import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.LongConsumer;

/** Reads the body of a request, up to a limit. Memory is taken as bytes come, not as announced. */
final class BodyReader {

  private static final int FIRST = 64 * 1024;
  private static final int MOST = Integer.MAX_VALUE - 64;
  private static final int CHUNK_LINE = 256;
  private static final int SIZE_DIGITS = 15;

  private final ConnectionInput in;
  private final int most;
  private final LongConsumer progress;
  private byte[] body = new byte[0];
  private int size;

  /**
   * @param most largest size in bytes
   * @param progress is told how many bytes have come
   */
  BodyReader(ConnectionInput in, long most, LongConsumer progress) {
    this.in = in;
    this.most = (int) Math.min(most, MOST);
    this.progress = progress;
  }

  /**
   * Reads it.
   *
   * @param length its size, or {@link RequestHead#CHUNKED}
   * @param trailer the most bytes of the headers behind chunks
   */
  byte[] read(long length, int trailer) throws IOException, RefusedRequestException {
    if (length != RequestHead.CHUNKED) {
      take(length);
    } else {
      long chunk = chunkSize();
      while (chunk > 0) {
        take(chunk);
        if (!in.line(2, 400).isEmpty()) {
          throw malformed();
        }
        chunk = chunkSize();
      }
      skipTrailer(trailer);
    }
    return size == body.length ? body : Arrays.copyOf(body, size);
  }

  static RefusedRequestException tooLarge() {
    return new RefusedRequestException(413, "The body of the request is too large.");
  }

  private static RefusedRequestException malformed() {
    return new RefusedRequestException(400, "The chunks of the body are malformed.");
  }

  private void take(long length) throws IOException, RefusedRequestException {
    if (length > most - size) {
      throw tooLarge();
    }
    int end = size + (int) length;
    while (size < end) {
      if (size == body.length) {
        int larger = Math.max(FIRST, (int) Math.min(2L * body.length, MOST));
        body = Arrays.copyOf(body, Math.min(larger, end));
      }
      int count = in.read(body, size, Math.min(body.length, end) - size);
      if (count < 0) {
        throw new EOFException("The body of the request ends too early.");
      }
      size += count;
      progress.accept(size);
    }
  }

  private long chunkSize() throws IOException, RefusedRequestException {
    String line = in.line(CHUNK_LINE, 400);
    int semicolon = line.indexOf(';');
    String digits = (semicolon < 0 ? line : line.substring(0, semicolon)).stripTrailing();
    boolean hex =
        !digits.isEmpty()
            && digits.length() <= SIZE_DIGITS
            && digits.chars().allMatch(c -> c < 0x80 && Character.digit(c, 16) >= 0);
    if (!hex) {
      throw malformed();
    }
    return Long.parseLong(digits, 16);
  }

  private void skipTrailer(int most) throws IOException, RefusedRequestException {
    int left = most;
    String line = in.line(left, 431);
    while (!line.isEmpty()) {
      left -= line.length() + 2;
      line = in.line(left, 431);
    }
  }
}

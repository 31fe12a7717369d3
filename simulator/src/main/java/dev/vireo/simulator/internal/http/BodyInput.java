package dev.vireo.simulator.internal.http;

import dev.vireo.simulator.internal.files.PieceInput;
import dev.vireo.simulator.internal.wire.RefusedRequestException;
import java.io.EOFException;
import java.io.IOException;

/**
 * The body of a request, read from its connection up to a limit. Nothing of it is kept. With its
 * first byte the client is told to send it, where it waits for that.
 */
final class BodyInput extends PieceInput {

  private static final int CHUNK_LINE = 256;
  private static final int SIZE_DIGITS = 15;

  /** What is told of a body as it comes. */
  interface Progress {

    /** It is wanted; called before the first byte. */
    void begin() throws IOException;

    /** Some bytes have come, so many in all. */
    void come(long bytes);

    /** All of it has come. */
    void end();
  }

  private final ConnectionInput in;
  private final long most;
  private final boolean chunked;
  private final int trailer;
  private final Progress progress;
  private long size;
  private long left;
  private boolean begun;
  private boolean ended;

  /**
   * @param length its size, or {@link RequestHead#CHUNKED}
   * @param most largest size in bytes
   * @param trailer the most bytes of the headers behind chunks
   */
  BodyInput(ConnectionInput in, long length, long most, int trailer, Progress progress) {
    this.in = in;
    this.most = most;
    this.chunked = length == RequestHead.CHUNKED;
    this.left = chunked ? 0 : length;
    this.trailer = trailer;
    this.progress = progress;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    begin();
    if (left == 0) {
      nextChunk();
    }
    if (ended) {
      return -1;
    }
    int count = in.read(bytes, offset, (int) Math.min(length, left));
    if (count < 0) {
      throw new EOFException("The body of the request ends too early.");
    }
    size += count;
    left -= count;
    progress.come(size);
    return count;
  }

  private void begin() throws IOException {
    if (!begun) {
      begun = true;
      progress.begin();
      admit(left);
    }
  }

  private void admit(long length) throws RefusedRequestException {
    if (length > most - size) {
      throw RefusedRequestException.tooLarge();
    }
  }

  /** Goes on to where there are bytes, or to the end. */
  private void nextChunk() throws IOException {
    if (ended) {
      return;
    }
    if (chunked) {
      if (size > 0 && !in.line(2, 400).isEmpty()) {
        throw malformed();
      }
      left = chunkSize();
      admit(left);
      if (left > 0) {
        return;
      }
      skipTrailer(trailer);
    }
    ended = true;
    progress.end();
  }

  private static RefusedRequestException malformed() {
    return new RefusedRequestException(400, "The chunks of the body are malformed.");
  }

  private long chunkSize() throws IOException {
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

  private void skipTrailer(int most) throws IOException {
    int left = most;
    String line = in.line(left, 431);
    while (!line.isEmpty()) {
      left -= line.length() + 2;
      line = in.line(left, 431);
    }
  }

  /**
   * Reads what nobody wanted, so that the next request can be seen.
   *
   * @param most how many bytes that is worth
   * @param awaited whether the client does not send it before it is asked to
   * @return whether it has been read to its end
   */
  boolean drain(int most, boolean awaited) throws IOException {
    if ((awaited && !begun) || (!chunked && left > most)) {
      return false;
    }
    byte[] buffer = new byte[8 * 1024];
    int drained = 0;
    int count = 0;
    while (drained <= most && count >= 0) {
      count = read(buffer, 0, buffer.length);
      drained += Math.max(count, 0);
    }
    return count < 0;
  }
}

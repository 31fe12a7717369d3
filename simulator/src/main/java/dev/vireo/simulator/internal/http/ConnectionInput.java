package dev.vireo.simulator.internal.http;

import dev.vireo.simulator.internal.wire.RefusedRequestException;
import java.io.IOException;
import java.io.InputStream;

/** The bytes that a client sends, in a buffer of their own. */
final class ConnectionInput {

  private static final int BUFFER = 8 * 1024;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int end;

  ConnectionInput(InputStream in) {
    this.in = in;
  }

  /** Puts a byte in front that was read before. */
  void first(int value) {
    buffer[0] = (byte) value;
    position = 0;
    end = 1;
  }

  /** Waits for a byte; false at the end of the stream. */
  boolean await() throws IOException {
    if (position < end) {
      return true;
    }
    position = 0;
    end = Math.max(0, in.read(buffer, 0, buffer.length));
    return end > 0;
  }

  /** The next byte; -1 at the end of the stream. */
  int read() throws IOException {
    return await() ? buffer[position++] & 0xFF : -1;
  }

  /** Some of the next bytes; -1 at the end of the stream. */
  int read(byte[] into, int offset, int length) throws IOException {
    if (position == end && length >= buffer.length) {
      return in.read(into, offset, length);
    }
    if (!await()) {
      return -1;
    }
    int count = Math.min(length, end - position);
    System.arraycopy(buffer, position, into, offset, count);
    position += count;
    return count;
  }

  /**
   * The next line without its end, which must be CR and LF: whoever takes other ends for one, or
   * lets NUL and the like pass, reads another request than the one before or behind it.
   *
   * @param most the most bytes, its end included
   * @param status the status of the refusal of a longer one
   * @throws RefusedRequestException when it is longer, has control characters, or the stream ends
   */
  String line(int most, int status) throws IOException {
    StringBuilder line = new StringBuilder(80);
    while (line.length() + 2 <= most) {
      int next = read();
      if (next == '\r') {
        if (read() != '\n') {
          throw new RefusedRequestException(400, "A CR without LF.");
        }
        return line.toString();
      }
      if (next < 0) {
        throw new RefusedRequestException(400, "The request ends too early.");
      }
      if ((next < ' ' && next != '\t') || next == 0x7F) {
        throw new RefusedRequestException(400, "A control character or a LF without CR.");
      }
      line.append((char) next); // ISO 8859-1
    }
    throw new RefusedRequestException(status, "The headers of the request are too long.");
  }
}

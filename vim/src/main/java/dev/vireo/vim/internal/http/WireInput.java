package dev.vireo.vim.internal.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** What a peer sends, buffered, so that lines and bytes can be read in turn. For one thread. */
public final class WireInput extends InputStream {

  private static final int BUFFER = 8192;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int end;
  private long received;

  /**
   * @param in the connection
   */
  public WireInput(InputStream in) {
    this.in = in;
  }

  /** How many bytes have come so far. */
  public long received() {
    return received;
  }

  /** Whether more has come than was asked for. */
  public boolean hasMore() throws IOException {
    return position < end || in.available() > 0;
  }

  private boolean fill() throws IOException {
    if (position < end) {
      return true;
    }
    int count = in.read(buffer, 0, BUFFER);
    position = 0;
    end = Math.max(count, 0);
    received += end;
    return count > 0;
  }

  /** The next byte without taking it, -1 at the end. */
  public int peek() throws IOException {
    return fill() ? buffer[position] & 0xFF : -1;
  }

  @Override
  public int read() throws IOException {
    return fill() ? buffer[position++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (position == end && length >= BUFFER) {
      int count = in.read(bytes, offset, length);
      received += Math.max(count, 0);
      return count;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, end - position);
    System.arraycopy(buffer, position, bytes, offset, count);
    position += count;
    return count;
  }

  /**
   * The next line without its end, which is LF or CR LF; bytes become the characters of the same
   * number.
   *
   * @param limit how long it may be
   * @throws EOFException when the connection ends before the line
   * @throws NotHttpException when it is longer
   */
  String readLine(int limit) throws IOException {
    StringBuilder line = new StringBuilder();
    while (true) {
      if (!fill()) {
        throw new EOFException("the answer ends within its headers");
      }
      int start = position;
      while (position < end && buffer[position] != '\n') {
        position++;
      }
      if (line.length() + position - start > limit) {
        throw new NotHttpException("a line has more than " + limit + " bytes");
      }
      line.append(new String(buffer, start, position - start, StandardCharsets.ISO_8859_1));
      if (position < end) {
        position++;
        break;
      }
    }
    int length = line.length();
    if (length > 0 && line.charAt(length - 1) == '\r') {
      line.setLength(length - 1);
    }
    return line.toString();
  }
}

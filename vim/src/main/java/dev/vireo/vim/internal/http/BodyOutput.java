package dev.vireo.vim.internal.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The body of a request, on its way to the connection: as long as its head says, or in chunks. It
 * is put together to pieces of {@value #PIECE} bytes, whatever it is written in.
 */
public final class BodyOutput extends OutputStream {

  /** For a body whose length nobody knows. */
  public static final long CHUNKED = -1;

  /** Less than 64 KiB, so that four digits say how long a chunk is. */
  static final int PIECE = 60 * 1024;

  /** Four digits and the end of their line, before the bytes of a chunk. */
  private static final int BEFORE = 6;

  private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final OutputStream out;
  private final long length;
  private final byte[] buffer = new byte[BEFORE + PIECE + 2];
  private int held;
  private long taken;

  /**
   * @param out the connection, behind the head
   * @param length what the head says; {@link #CHUNKED} for chunks
   */
  public BodyOutput(OutputStream out, long length) {
    this.out = out;
    this.length = length;
  }

  /** How many bytes have been written here; some of them may not have gone out. */
  public long taken() {
    return taken;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  /**
   * @throws IOException when there are more bytes than the head says
   */
  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    if (length != CHUNKED && count > length - taken) {
      throw new IOException("what is sent is longer than the " + length + " bytes announced");
    }
    int done = 0;
    while (done < count) {
      int part = Math.min(count - done, PIECE - held);
      System.arraycopy(bytes, offset + done, buffer, BEFORE + held, part);
      held += part;
      taken += part;
      done += part;
      if (held == PIECE) {
        send();
      }
    }
  }

  /** Sends what is held back. */
  @Override
  public void flush() throws IOException {
    send();
    out.flush();
  }

  /**
   * Ends the body.
   *
   * @throws IOException when there are fewer bytes than the head says
   */
  public void finish() throws IOException {
    if (length != CHUNKED && taken < length) {
      throw new IOException("what is sent ends after " + taken + " of " + length + " bytes");
    }
    send();
    if (length == CHUNKED) {
      out.write(LAST_CHUNK);
    }
    out.flush();
  }

  private void send() throws IOException {
    if (held == 0) {
      return; // a chunk of no bytes would be the last
    }
    int count = held;
    held = 0;
    if (length != CHUNKED) {
      out.write(buffer, BEFORE, count);
      return;
    }
    String size = HexFormat.of().toHexDigits((short) count) + "\r\n";
    System.arraycopy(size.getBytes(StandardCharsets.US_ASCII), 0, buffer, 0, BEFORE);
    buffer[BEFORE + count] = '\r';
    buffer[BEFORE + count + 1] = '\n';
    out.write(buffer, 0, BEFORE + count + 2);
  }

  /** Leaves the connection open: it belongs to others. */
  @Override
  public void close() {}
}

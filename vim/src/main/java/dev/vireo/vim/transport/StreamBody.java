package dev.vireo.vim.transport;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A body that is read from a stream.
 *
 * @param source opens the stream
 * @param length its length, or {@link #UNKNOWN}
 * @param begun whether it has been read, if only in part
 * @param reopened whether the source can be opened again
 */
record StreamBody(Source source, long length, AtomicBoolean begun, boolean reopened)
    implements TransferBody {

  private static final int BUFFER = 64 * 1024;

  StreamBody {
    if (length < UNKNOWN) {
      throw new IllegalArgumentException("A length cannot be negative: " + length);
    }
  }

  @Override
  public boolean isRepeatable() {
    return reopened || !begun.get();
  }

  @Override
  public boolean isOnce() {
    return !reopened;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    if (begun.getAndSet(true) && !reopened) {
      throw new IOException("what was to be sent can be read once only, and has been read");
    }
    try (InputStream in = source.open()) {
      byte[] buffer = new byte[BUFFER];
      int count;
      while ((count = in.read(buffer)) >= 0) {
        out.write(buffer, 0, count);
      }
    }
  }

  /** Somebody else's stream. */
  static final class LeftOpen extends FilterInputStream {

    LeftOpen(InputStream in) {
      super(in);
    }

    @Override
    public void close() {}
  }

  /**
   * Bytes in memory.
   *
   * @param bytes not copied
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Bytes(byte[] bytes) implements TransferBody {

    @Override
    public long length() {
      return bytes.length;
    }

    @Override
    public boolean isRepeatable() {
      return true;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      out.write(bytes);
    }

    @Override
    public String toString() {
      return bytes.length + " bytes";
    }
  }
}

package dev.vireo.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Content of any length that nobody holds: each byte follows from a seed and its place, so that
 * what is moved to another place, or twice, is seen.
 *
 * @param seed tells one content from another
 * @param length in bytes; a multiple of eight
 */
record MadeContent(long seed, long length) {

  /** The bytes from the beginning. */
  InputStream open() {
    return new Source();
  }

  /** Takes the bytes of a copy, and fails at the first that is another. */
  Check check() {
    return new Check();
  }

  private long word(long index) {
    long mixed = (index + seed) * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
    return mixed ^ (mixed >>> 32);
  }

  private byte at(long place) {
    return (byte) (word(place >>> 3) >>> (56 - 8 * (place & 7)));
  }

  private final class Source extends InputStream {

    private long place;

    @Override
    public int read() {
      return place == length ? -1 : at(place++) & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) {
      if (place == length) {
        return count == 0 ? 0 : -1;
      }
      int made = (int) Math.min(count, length - place);
      fill(bytes, offset, made);
      place += made;
      return made;
    }

    private void fill(byte[] bytes, int offset, int count) {
      int done = 0;
      ByteBuffer words = ByteBuffer.wrap(bytes);
      while (done < count) {
        long next = place + done;
        if ((next & 7) == 0 && count - done >= Long.BYTES) {
          words.putLong(offset + done, word(next >>> 3));
          done += Long.BYTES;
        } else {
          bytes[offset + done] = at(next);
          done++;
        }
      }
    }
  }

  /** Compares what it is given. */
  final class Check extends OutputStream {

    private final Source expected = new Source();
    private final byte[] buffer = new byte[64 * 1024];

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
      int done = 0;
      while (done < count) {
        int part = expected.read(buffer, 0, Math.min(buffer.length, count - done));
        if (part < 0 || !same(bytes, offset + done, part)) {
          throw new IOException("another byte after " + expected.place + " of " + length);
        }
        done += part;
      }
    }

    private boolean same(byte[] bytes, int offset, int count) {
      return Arrays.equals(bytes, offset, offset + count, buffer, 0, count);
    }

    /** Fails unless all has come. */
    void finish() throws IOException {
      if (expected.place != length) {
        throw new IOException("only " + expected.place + " of " + length + " bytes have come");
      }
    }
  }
}

package dev.vireo.simulator.internal.files;

import java.io.InputStream;
import java.util.Arrays;

/** Zeros, up to an end. */
final class ZerosInput extends InputStream {

  private long left;

  ZerosInput(long count) {
    this.left = count;
  }

  @Override
  public int read() {
    if (left == 0) {
      return -1;
    }
    left--;
    return 0;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    if (left == 0) {
      return -1;
    }
    int count = (int) Math.min(length, left);
    Arrays.fill(bytes, offset, offset + count, (byte) 0);
    left -= count;
    return count;
  }

  @Override
  public long skip(long count) {
    long skipped = Math.clamp(count, 0, left);
    left -= skipped;
    return skipped;
  }
}

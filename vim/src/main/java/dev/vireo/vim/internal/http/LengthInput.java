package dev.vireo.vim.internal.http;

import java.io.IOException;

/** A body of known length. */
final class LengthInput extends PieceInput {

  private final WireInput in;
  private long left;

  LengthInput(WireInput in, long length) {
    this.in = in;
    this.left = length;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (left == 0) {
      return -1;
    }
    int count = in.read(bytes, offset, (int) Math.min(length, left));
    if (count < 0) {
      throw cut();
    }
    left -= count;
    return count;
  }

  /** The connection ends before the body does. */
  static IOException cut() {
    return new IOException("Premature EOF");
  }
}

package dev.vireo.simulator.internal.files;

import java.io.IOException;
import java.io.InputStream;

/** A stream that is read in pieces, and whose single bytes are pieces of one. */
public abstract class PieceInput extends InputStream {

  @Override
  public final int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public abstract int read(byte[] bytes, int offset, int length) throws IOException;
}

package dev.vireo.simulator.internal.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Objects;

/** What a client has uploaded. Its blocks are free when no file and no reader has it any more. */
public final class Spooled implements FileContent {

  private final Spool spool;
  private final int[] blocks;
  private final long size;
  private final Instant modified;
  private int holders = 1; // the file that it belongs to

  /**
   * @param blocks where it lies, in order; not copied
   * @param size its length in bytes
   * @param modified time of the upload
   */
  Spooled(Spool spool, int[] blocks, long size, Instant modified) {
    this.spool = spool;
    this.blocks = blocks;
    this.size = size;
    this.modified = modified;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public Instant modified() {
    return modified;
  }

  @Override
  public long space() {
    return size;
  }

  @Override
  public InputStream open(long offset) throws IOException {
    Objects.checkIndex(offset, size + 1);
    hold();
    return new Reader(offset);
  }

  private synchronized void hold() throws FileNotFoundException {
    if (holders == 0) {
      throw new FileNotFoundException("The file is gone.");
    }
    holders++;
  }

  @Override
  public void discard() {
    release();
  }

  private synchronized void release() {
    holders--;
    if (holders == 0) {
      try {
        spool.free(blocks, blocks.length);
      } catch (IOException e) {
        System.getLogger(Spooled.class.getName())
            .log(Level.WARNING, () -> "Space on the disk is not given back: " + e.getMessage());
      }
    }
  }

  private final class Reader extends PieceInput {

    private long position;
    private boolean closed;

    Reader(long position) {
      this.position = position;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (closed) {
        throw new IOException("The stream is closed.");
      }
      if (length == 0) {
        return 0;
      }
      if (position == size) {
        return -1;
      }
      int at = (int) (position % Spool.BLOCK);
      int count = (int) Math.min(Math.min(length, Spool.BLOCK - at), size - position);
      spool.read(blocks[(int) (position / Spool.BLOCK)], at, bytes, offset, count);
      position += count;
      return count;
    }

    @Override
    public long skip(long count) {
      long skipped = Math.clamp(count, 0, size - position);
      position += skipped;
      return skipped;
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        release();
      }
    }
  }
}

package dev.vireo.simulator.internal.files;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Arrays;

/**
 * A file on its way. It becomes content when it is {@linkplain #finish finished}; one that is
 * closed before leaves nothing. For one thread.
 */
public final class Upload extends OutputStream {

  private static final int FIRST_BLOCKS = 4;

  private final Spool spool;
  private int[] blocks = new int[FIRST_BLOCKS];
  private int count;
  private long size;
  private boolean ended;

  Upload(Spool spool) {
    this.spool = spool;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (ended) {
      throw new IOException("The upload has ended.");
    }
    int done = 0;
    while (done < length) {
      int at = (int) (size % Spool.BLOCK);
      if (at == 0) {
        add(spool.take());
      }
      int piece = Math.min(length - done, Spool.BLOCK - at);
      spool.write(blocks[count - 1], at, bytes, offset + done, piece);
      done += piece;
      size += piece;
    }
  }

  private void add(int block) {
    if (count == blocks.length) {
      blocks = Arrays.copyOf(blocks, 2 * count);
    }
    blocks[count++] = block;
  }

  /** How many bytes have come. */
  public long size() {
    return size;
  }

  /**
   * What has come, as the content of a file.
   *
   * @param modified the time of the upload
   */
  public FileContent finish(Instant modified) {
    if (ended) {
      throw new IllegalStateException("The upload has ended.");
    }
    ended = true;
    return new Spooled(spool, Arrays.copyOf(blocks, count), size, modified);
  }

  @Override
  public void close() throws IOException {
    if (!ended) {
      ended = true;
      spool.free(blocks, count);
    }
  }
}

package dev.vireo.vim.transport;

import dev.vireo.vim.VimException;
import dev.vireo.vim.internal.http.PieceInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** A stream that tells how much of it has been read, and of its end. */
final class MeteredInput extends PieceInput {

  private final InputStream in;
  private final LongConsumer read;
  private final Consumer<@Nullable VimException> end;
  private long count;
  private boolean ended;

  /**
   * @param read is told how many bytes so far, after each piece
   * @param end is told once that it has ended: by its last byte or by being closed, with null, or
   *     by a failure
   */
  MeteredInput(InputStream in, LongConsumer read, Consumer<@Nullable VimException> end) {
    this.in = in;
    this.read = read;
    this.end = end;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int got;
    try {
      got = in.read(bytes, offset, length);
    } catch (VimException e) {
      tell(e);
      throw e;
    }
    if (got > 0) {
      count += got;
      read.accept(count);
    } else if (got < 0) {
      tell(null);
    }
    return got;
  }

  private void tell(@Nullable VimException failure) {
    if (!ended) {
      ended = true;
      end.accept(failure);
    }
  }

  @Override
  public int available() throws IOException {
    return in.available();
  }

  @Override
  public void close() throws IOException {
    try {
      in.close();
    } finally {
      tell(null);
    }
  }
}

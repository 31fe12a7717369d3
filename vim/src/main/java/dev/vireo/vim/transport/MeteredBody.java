package dev.vireo.vim.transport;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.LongConsumer;

/**
 * A body that tells how much of it has gone out.
 *
 * @param body the body
 * @param sent is told how many bytes of this attempt, after each piece and at its beginning
 */
record MeteredBody(TransferBody body, LongConsumer sent) implements TransferBody {

  @Override
  public long length() {
    return body.length();
  }

  @Override
  public boolean isRepeatable() {
    return body.isRepeatable();
  }

  @Override
  public boolean isOnce() {
    return body.isOnce();
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    sent.accept(0);
    body.writeTo(new Meter(out));
  }

  private final class Meter extends OutputStream {

    private final OutputStream out;
    private long count;

    Meter(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int value) throws IOException {
      out.write(value);
      sent.accept(++count);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      count += length;
      sent.accept(count);
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }
  }
}

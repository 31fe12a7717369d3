package dev.vireo.vim.transport;

import dev.vireo.vim.internal.http.PieceInput;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * The body of a transfer's answer, as it is read. Its end gives the connection back; when it is
 * closed before, the connection ends.
 */
final class HttpBodyInput extends PieceInput {

  private final HttpAnswer answer;
  private final HttpCall call;
  private final HttpConnections connections;
  private final Function<Throwable, RuntimeException> translation;
  private final Runnable whenDone;
  private final AtomicBoolean done = new AtomicBoolean();
  private long left;
  private volatile boolean closed;

  /**
   * @param translation makes a failure of the connection to what the reader is to know
   * @param whenDone is run once, when nothing more comes
   */
  HttpBodyInput(
      HttpAnswer answer,
      HttpCall call,
      HttpConnections connections,
      Function<Throwable, RuntimeException> translation,
      Runnable whenDone) {
    this.answer = answer;
    this.call = call;
    this.connections = connections;
    this.translation = translation;
    this.whenDone = whenDone;
    this.left = answer.body().length();
  }

  /** Ends it where nothing comes. */
  void begin() throws IOException {
    call.pause();
    if (left == 0) {
      end();
    }
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (closed) {
      throw new IOException("the answer has been closed");
    }
    if (length == 0 || done.get()) {
      return length == 0 ? 0 : -1;
    }
    call.await();
    try {
      int count = answer.body().stream().read(bytes, offset, length);
      left -= left > 0 ? count : 0;
      if (count < 0 || left == 0) {
        end();
      }
      return count;
    } catch (IOException | RuntimeException | Error e) {
      RuntimeException failure = translation.apply(e);
      stop(false);
      throw failure;
    } finally {
      call.pause();
    }
  }

  private void end() throws IOException {
    stop(
        answer.settled()
            && HttpExchange.isReusable(answer.head(), answer.body(), answer.connection()));
  }

  private void stop(boolean reusable) {
    if (done.compareAndSet(false, true)) {
      call.finish();
      connections.giveBack(answer.connection(), reusable);
      whenDone.run();
    }
  }

  /** The bytes that can be read without waiting are not known: TLS hides them. */
  @Override
  public int available() {
    return 0;
  }

  /** May be called by another thread: who reads then fails. */
  @Override
  public void close() {
    closed = true;
    if (!done.get()) {
      call.end(HttpCall.End.CLOSED);
      stop(false);
    }
  }
}

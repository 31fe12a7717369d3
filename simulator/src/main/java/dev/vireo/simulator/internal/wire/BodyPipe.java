package dev.vireo.simulator.internal.wire;

import dev.vireo.simulator.internal.files.PieceInput;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request on its way from the thread of a client to that of the host. It holds one
 * piece, which is the client's own: the client goes on when the host has read it.
 */
final class BodyPipe {

  private enum End {
    /** The client has sent all of it. */
    WHOLE,
    /** The client has given up. */
    CUT,
    /** The host wants no more of it. */
    UNWANTED
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private byte[] piece = new byte[0];
  private int position;
  private int limit;
  private boolean wanted;
  private @Nullable End end;

  /**
   * Waits until the host begins to read, so that nothing is taken from a source whose body nobody
   * wants.
   *
   * @return whether the host wants it
   * @throws TimeoutException when the host does nothing for so long
   */
  boolean awaitWanted(long idleNanos) throws InterruptedException, TimeoutException {
    lock.lockInterruptibly();
    try {
      long left = idleNanos;
      while (!wanted && end == null) {
        if (left <= 0) {
          throw new TimeoutException();
        }
        left = changed.awaitNanos(left);
      }
      return end == null;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Hands bytes over, and waits until they have been read.
   *
   * @return whether the host wants more
   * @throws TimeoutException when the host reads nothing for so long
   */
  boolean write(byte[] bytes, int offset, int length, long idleNanos)
      throws InterruptedException, TimeoutException {
    lock.lockInterruptibly();
    try {
      piece = bytes;
      position = offset;
      limit = offset + length;
      changed.signalAll();
      int before = position;
      long left = idleNanos;
      while (position < limit && end == null) {
        left = position == before ? left : idleNanos;
        before = position;
        if (left <= 0) {
          throw new TimeoutException();
        }
        left = changed.awaitNanos(left);
      }
      return end == null;
    } finally {
      piece = new byte[0];
      limit = 0;
      position = 0;
      lock.unlock();
    }
  }

  /** The client has sent all of it. */
  void finish() {
    end(End.WHOLE);
  }

  /** The client sends no more, though that was not all. */
  void cut() {
    end(End.CUT);
  }

  /** The host reads no more. */
  void refuse() {
    end(End.UNWANTED);
  }

  private void end(End how) {
    lock.lock();
    try {
      if (end == null) {
        end = how;
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** What the host reads, up to a limit. */
  InputStream input(long most) {
    return new Input(most);
  }

  private final class Input extends PieceInput {

    private final long most;
    private long size;

    Input(long most) {
      this.most = most;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      lock.lock();
      try {
        wanted = true;
        changed.signalAll();
        while (position == limit && end == null) {
          changed.await();
        }
        if (position == limit) {
          if (end == End.WHOLE) {
            return -1;
          }
          throw new EOFException("The body of the request ends too early.");
        }
        int count = Math.min(length, limit - position);
        size += count;
        if (size > most) {
          throw RefusedRequestException.tooLarge();
        }
        System.arraycopy(piece, position, bytes, offset, count);
        position += count;
        changed.signalAll();
        return count;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("The client waits for no answer any more.");
      } finally {
        lock.unlock();
      }
    }
  }
}

package dev.vireo.simulator.internal.http;

import java.time.Duration;

/**
 * When the client of a connection must have done what it is about to do. One thread of the server
 * looks at all of them: a time-out of the socket would start anew with each byte of a client that
 * sends one at a time, and knows nothing of one that does not take its answer.
 */
final class Deadline {

  private static final long NONE = Long.MAX_VALUE;
  private static final double NANOS = 1e9;

  /** Bytes that are read or written at once. */
  static final int PIECE = 64 * 1024;

  private final long start = System.nanoTime();
  private volatile long end = NONE;

  private long now() {
    return System.nanoTime() - start;
  }

  void in(Duration time) {
    end = now() + time.toNanos();
  }

  void never() {
    end = NONE;
  }

  boolean isOver() {
    return now() > end;
  }

  /** One that moves on with the bytes that the client sends or takes. */
  Transfer transfer(Duration time, int bytesPerSecond) {
    return new Transfer(time.toNanos(), bytesPerSecond);
  }

  /**
   * The time of a body or an answer. The bytes that have moved give it more, and so does each
   * piece, but no more than it takes to move the next one.
   */
  final class Transfer {

    private final long time;
    private final long least;
    private final int rate;

    private Transfer(long time, int rate) {
      this.time = time;
      this.least = now() + time;
      this.rate = rate;
      end = least;
    }

    /** So many bytes have moved. */
    void bytes(long count) {
      end = Math.min(least + nanos(count), now() + time + nanos(PIECE));
    }

    private long nanos(long count) {
      return (long) (count * NANOS / rate);
    }
  }
}

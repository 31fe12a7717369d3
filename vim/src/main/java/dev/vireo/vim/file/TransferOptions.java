package dev.vireo.vim.file;

import dev.vireo.vim.transport.TransferProgress;
import java.time.Duration;

/**
 * How a file is moved.
 *
 * @param idleTimeout longest time in which nothing moves; positive
 * @param progress hears of the bytes
 */
public record TransferOptions(Duration idleTimeout, TransferProgress progress) {

  /** One minute, and nobody hears of it. */
  public static final TransferOptions DEFAULT =
      new TransferOptions(Duration.ofMinutes(1), TransferProgress.NONE);

  /** Checks the time-out. */
  public TransferOptions {
    if (!idleTimeout.isPositive()) {
      throw new IllegalArgumentException("A time-out must be positive.");
    }
  }

  /** The same with another time in which nothing moves. */
  public TransferOptions withIdleTimeout(Duration time) {
    return new TransferOptions(time, progress);
  }

  /** The same with another listener. */
  public TransferOptions withProgress(TransferProgress listener) {
    return new TransferOptions(idleTimeout, listener);
  }
}

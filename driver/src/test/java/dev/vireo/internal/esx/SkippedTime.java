package dev.vireo.internal.esx;

import dev.vireo.RetryClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The system's clock, save that pauses are over at once. */
final class SkippedTime implements RetryClock {

  private final AtomicLong skipped = new AtomicLong();

  @Override
  public long nanoTime() {
    return System.nanoTime() + skipped.get();
  }

  @Override
  public void sleep(Duration time) {
    skipped.addAndGet(time.toNanos());
  }
}

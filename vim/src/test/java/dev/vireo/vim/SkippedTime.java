package dev.vireo.vim;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that stands still, save for pauses, which are over at once, and what a test adds. */
final class SkippedTime implements WaitClock {

  /** As in a JVM that has run for a while: what is measured from zero would be seen. */
  private final AtomicLong nanos = new AtomicLong(Duration.ofDays(20).toNanos());

  private final AtomicLong slept = new AtomicLong();

  ClientOptions options() {
    return ClientOptions.DEFAULT.withClock(this);
  }

  /** All that was slept. */
  Duration slept() {
    return Duration.ofNanos(slept.get());
  }

  void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Override
  public long nanoTime() {
    return nanos.get();
  }

  @Override
  public void sleep(Duration time) {
    slept.addAndGet(time.toNanos());
    pass(time);
  }
}

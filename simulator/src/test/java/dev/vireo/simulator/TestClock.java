package dev.vireo.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands until it is told to go on. */
final class TestClock implements InstantSource {

  private volatile Instant now = Instant.parse("2026-01-02T03:04:05Z");

  @Override
  public Instant instant() {
    return now;
  }

  synchronized void advance(Duration time) {
    now = now.plus(time);
  }
}

package dev.vireo.nest.internal;

import java.time.Duration;

/** Lets time pass. */
public interface Pause {
  void of(Duration time) throws InterruptedException;
}

package dev.vireo.nest;

import java.time.Duration;

/** Lets time pass. */
interface Pause {
  void of(Duration time) throws InterruptedException;
}

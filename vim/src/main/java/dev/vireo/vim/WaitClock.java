package dev.vireo.vim;

import java.time.Duration;

/** Time, as a client measures it and waits for it to pass; a test replaces it. */
public interface WaitClock {

  /** The clock of this process. */
  WaitClock SYSTEM =
      new WaitClock() {
        @Override
        public long nanoTime() {
          return System.nanoTime();
        }

        @Override
        public void sleep(Duration time) throws InterruptedException {
          Thread.sleep(time);
        }
      };

  /** Nanoseconds since some moment that never changes. */
  long nanoTime();

  /**
   * Lets time pass.
   *
   * @param time how much; not negative
   */
  void sleep(Duration time) throws InterruptedException;
}

package dev.vireo;

import java.time.Duration;

/** Time, as a connection measures it and lets it pass before it tries again; a test replaces it. */
public interface RetryClock {

  /** The clock of this process. */
  RetryClock SYSTEM =
      new RetryClock() {
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

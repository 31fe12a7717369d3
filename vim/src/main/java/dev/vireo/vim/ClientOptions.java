package dev.vireo.vim;

import java.time.Duration;

/**
 * Limits of a {@link VimClient}.
 *
 * @param callTimeout longest time for one call and its answer; positive
 * @param waitTimeout longest time that one wait for changes is left open on the server; positive
 * @param pageSize most objects in one page of a retrieval; at least 1
 * @param keepAlive time without calls after which the client makes one to keep its session; zero
 *     for never
 * @param clock measures time-outs, and lets time pass between two rounds of a loop
 */
public record ClientOptions(
    Duration callTimeout, Duration waitTimeout, int pageSize, Duration keepAlive, WaitClock clock) {

  /**
   * Two minutes for a call, 30 seconds for a wait, pages of 5,000 objects, a call in 10 minutes.
   */
  public static final ClientOptions DEFAULT =
      new ClientOptions(
          Duration.ofMinutes(2),
          Duration.ofSeconds(30),
          5_000,
          Duration.ofMinutes(10),
          WaitClock.SYSTEM);

  /** Checks the ranges. */
  public ClientOptions {
    if (!callTimeout.isPositive() || !waitTimeout.isPositive()) {
      throw new IllegalArgumentException("A time-out must be positive.");
    }
    if (pageSize < 1) {
      throw new IllegalArgumentException("A page must hold at least one object.");
    }
    if (keepAlive.isNegative()) {
      throw new IllegalArgumentException("The keep-alive interval must not be negative.");
    }
  }

  /** These options with another limit for calls. */
  public ClientOptions withCallTimeout(Duration timeout) {
    return new ClientOptions(timeout, waitTimeout, pageSize, keepAlive, clock);
  }

  /** These options with another keep-alive interval. */
  public ClientOptions withKeepAlive(Duration interval) {
    return new ClientOptions(callTimeout, waitTimeout, pageSize, interval, clock);
  }

  /** These options with another page size. */
  public ClientOptions withPageSize(int size) {
    return new ClientOptions(callTimeout, waitTimeout, size, keepAlive, clock);
  }

  /** These options with another clock. */
  public ClientOptions withClock(WaitClock other) {
    return new ClientOptions(callTimeout, waitTimeout, pageSize, keepAlive, other);
  }
}

package dev.vireo.simulator;

import java.time.Duration;
import java.util.Objects;

/**
 * What a served host lets its clients take, so that none of them can keep others out. A client that
 * exceeds a limit is answered with the HTTP status named here where it can be, and its connection
 * ends. The times are the real clock's, not those of {@link SimulatorConfig#clock()}.
 *
 * @param connections connections at a time; more are refused with status 503 or, with TLS, closed
 * @param connectionsPerAddress connections at a time from one address; more are refused likewise
 * @param headBytes size of request line and headers together; a larger one gets status 431
 * @param headTime time for the TLS handshake, and from the first byte of a request to the end of
 *     its headers
 * @param idleTime time without a request, after which a connection ends
 * @param transferTime time for the body of a request, and for taking an answer, beside what {@code
 *     bytesPerSecond} adds
 * @param bytesPerSecond slowest rate of bodies and answers that is put up with
 */
public record ServeLimits(
    int connections,
    int connectionsPerAddress,
    int headBytes,
    Duration headTime,
    Duration idleTime,
    Duration transferTime,
    int bytesPerSecond) {

  private static final int LEAST_HEAD = 256;
  private static final Duration LONGEST = Duration.ofDays(365);

  /**
   * 1,024 connections, 768 from one address; 32 KiB of headers in 15 seconds; 2 minutes without a
   * request; 30 seconds and one more for each 64 KiB of a body.
   */
  public static final ServeLimits DEFAULT =
      new ServeLimits(
          1024,
          768,
          32 * 1024,
          Duration.ofSeconds(15),
          Duration.ofMinutes(2),
          Duration.ofSeconds(30),
          64 * 1024);

  /** Checks the ranges. */
  public ServeLimits {
    atLeast(1, connections, "The number of connections");
    atLeast(1, connectionsPerAddress, "The number of connections from one address");
    atLeast(LEAST_HEAD, headBytes, "The size of the headers");
    atLeast(1, bytesPerSecond, "The rate of bodies and answers");
    positive(headTime, "The time for headers");
    positive(idleTime, "The time without a request");
    positive(transferTime, "The time for a body");
  }

  private static void atLeast(int least, int value, String what) {
    if (value < least) {
      throw new IllegalArgumentException(what + " must be at least " + least + ": " + value);
    }
  }

  private static void positive(Duration time, String what) {
    if (!Objects.requireNonNull(time, what).isPositive()) {
      throw new IllegalArgumentException(what + " must be positive: " + time);
    }
    if (time.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(what + " must be at most 365 days: " + time);
    }
  }

  /** The same limits with other numbers of connections. */
  public ServeLimits withConnections(int all, int fromOneAddress) {
    return new ServeLimits(
        all, fromOneAddress, headBytes, headTime, idleTime, transferTime, bytesPerSecond);
  }

  /** The same limits with another size of the headers. */
  public ServeLimits withHeadBytes(int bytes) {
    return new ServeLimits(
        connections,
        connectionsPerAddress,
        bytes,
        headTime,
        idleTime,
        transferTime,
        bytesPerSecond);
  }

  /** The same limits with another time for handshake and headers. */
  public ServeLimits withHeadTime(Duration time) {
    return new ServeLimits(
        connections,
        connectionsPerAddress,
        headBytes,
        time,
        idleTime,
        transferTime,
        bytesPerSecond);
  }

  /** The same limits with another time without a request. */
  public ServeLimits withIdleTime(Duration time) {
    return new ServeLimits(
        connections,
        connectionsPerAddress,
        headBytes,
        headTime,
        time,
        transferTime,
        bytesPerSecond);
  }

  /** The same limits with another time and rate of bodies and answers. */
  public ServeLimits withTransfer(Duration time, int slowestBytesPerSecond) {
    return new ServeLimits(
        connections,
        connectionsPerAddress,
        headBytes,
        headTime,
        idleTime,
        time,
        slowestBytesPerSecond);
  }
}

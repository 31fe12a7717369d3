package dev.vireo.nest.probe;

import dev.vireo.nest.NestException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How to wait for a host.
 *
 * @param address where it will answer; null to ask libvirt each time
 * @param timeout when to give up, at least 0: it is asked once in any case
 * @param interval time between two questions; positive
 * @param progress is told, after each question in vain, why it was
 */
public record HostWaitOptions(
    @Nullable HostAddress address, Duration timeout, Duration interval, Consumer<String> progress) {

  /**
   * Half an hour, in which a host is installed and starts twice; a question each five seconds; the
   * address from libvirt.
   */
  public static final HostWaitOptions DEFAULT =
      new HostWaitOptions(null, Duration.ofMinutes(30), Duration.ofSeconds(5), reason -> {});

  /**
   * Checks the times.
   *
   * @throws NestException if one is out of its range
   */
  public HostWaitOptions {
    Objects.requireNonNull(progress);
    if (timeout.isNegative()) {
      throw new NestException("a time to wait cannot be negative");
    }
    if (!interval.isPositive()) {
      throw new NestException("the time between two questions must be more than nothing");
    }
  }

  /** These options for a host at a known address; null to ask libvirt. */
  public HostWaitOptions withAddress(@Nullable HostAddress value) {
    return new HostWaitOptions(value, timeout, interval, progress);
  }

  /** These options with another limit. */
  public HostWaitOptions withTimeout(Duration value) {
    return new HostWaitOptions(address, value, interval, progress);
  }

  /** These options with other times between questions. */
  public HostWaitOptions withInterval(Duration value) {
    return new HostWaitOptions(address, timeout, value, progress);
  }

  /** These options, and somebody who is told how it goes. */
  public HostWaitOptions withProgress(Consumer<String> value) {
    return new HostWaitOptions(address, timeout, interval, value);
  }
}

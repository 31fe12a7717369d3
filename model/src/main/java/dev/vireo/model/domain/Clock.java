package dev.vireo.model.domain;

import dev.vireo.model.xml.Extras;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The clock ({@code <clock>}).
 *
 * @param offset {@code utc}, {@code localtime}...; null when not said
 * @param timers timers and how they keep time
 * @param extras everything else
 */
public record Clock(@Nullable String offset, List<Timer> timers, Extras extras) {

  /** A clock that shows UTC. */
  public static final Clock UTC = new Clock("utc", List.of(), Extras.NONE);

  public Clock {
    timers = List.copyOf(timers);
  }

  /**
   * A timer.
   *
   * @param name {@code rtc}, {@code pit}, {@code hpet}...
   * @param present whether the guest has it; null when not said
   * @param tickPolicy what becomes of missed ticks; null when not said
   * @param extras everything else
   */
  public record Timer(
      String name, @Nullable Boolean present, @Nullable String tickPolicy, Extras extras) {}
}

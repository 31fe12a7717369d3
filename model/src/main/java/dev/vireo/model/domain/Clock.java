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
      String name, @Nullable Boolean present, @Nullable String tickPolicy, Extras extras) {
    /** A builder that begins with all of this timer. */
    public Builder toBuilder() {
      return new Builder(name).present(present).tickPolicy(tickPolicy).extras(extras);
    }

    /**
     * A builder of a timer with nothing else.
     *
     * @param name see {@link #name}
     */
    public static Builder builder(String name) {
      return new Builder(name);
    }

    /** Collects one {@link Timer}. Not for several threads. */
    public static final class Builder {

      private String name;
      private @Nullable Boolean present;
      private @Nullable String tickPolicy;
      private Extras extras = Extras.NONE;

      private Builder(String name) {
        this.name = name;
      }

      /** Sets {@link Timer#name}. */
      public Builder name(String value) {
        name = value;
        return this;
      }

      /** Sets {@link Timer#present}. */
      public Builder present(@Nullable Boolean value) {
        present = value;
        return this;
      }

      /** Sets {@link Timer#tickPolicy}. */
      public Builder tickPolicy(@Nullable String value) {
        tickPolicy = value;
        return this;
      }

      /** Sets {@link Timer#extras}. */
      public Builder extras(Extras value) {
        extras = value;
        return this;
      }

      /** The finished record. */
      public Timer build() {
        return new Timer(name, present, tickPolicy, extras);
      }
    }
  }

  /** A builder that begins with all of this clock. */
  public Builder toBuilder() {
    return new Builder().offset(offset).timers(timers).extras(extras);
  }

  /** A builder that begins with nothing. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects one {@link Clock}. Not for several threads. */
  public static final class Builder {

    private @Nullable String offset;
    private List<Timer> timers = List.of();
    private Extras extras = Extras.NONE;

    private Builder() {}

    /** Sets {@link Clock#offset}. */
    public Builder offset(@Nullable String value) {
      offset = value;
      return this;
    }

    /** Sets {@link Clock#timers}. */
    public Builder timers(List<Timer> value) {
      timers = value;
      return this;
    }

    /** Sets {@link Clock#extras}. */
    public Builder extras(Extras value) {
      extras = value;
      return this;
    }

    /** The finished record. */
    public Clock build() {
      return new Clock(offset, timers, extras);
    }
  }
}

package dev.vireo.model.domain;

import org.jspecify.annotations.Nullable;

/**
 * Virtual processors ({@code <vcpu>}).
 *
 * @param maximum at least 1
 * @param current how many are there at the start; null for all
 * @param cpuset processors of the host that they may run on, in libvirt's notation; null for all
 * @param placement {@code static} or {@code auto}; null when not said
 */
public record Vcpus(
    int maximum, @Nullable Integer current, @Nullable String cpuset, @Nullable String placement) {

  /** This many, all there at the start. */
  public static Vcpus of(int maximum) {
    return new Vcpus(maximum, null, null, null);
  }

  /** A builder that begins with all of these processors. */
  public Builder toBuilder() {
    return new Builder(maximum).current(current).cpuset(cpuset).placement(placement);
  }

  /**
   * A builder of processors that are all there at the start with nothing else.
   *
   * @param maximum see {@link #maximum}
   */
  public static Builder builder(int maximum) {
    return new Builder(maximum);
  }

  /** Collects one {@link Vcpus}. Not for several threads. */
  public static final class Builder {

    private int maximum;
    private @Nullable Integer current;
    private @Nullable String cpuset;
    private @Nullable String placement;

    private Builder(int maximum) {
      this.maximum = maximum;
    }

    /** Sets {@link Vcpus#maximum}. */
    public Builder maximum(int value) {
      maximum = value;
      return this;
    }

    /** Sets {@link Vcpus#current}. */
    public Builder current(@Nullable Integer value) {
      current = value;
      return this;
    }

    /** Sets {@link Vcpus#cpuset}. */
    public Builder cpuset(@Nullable String value) {
      cpuset = value;
      return this;
    }

    /** Sets {@link Vcpus#placement}. */
    public Builder placement(@Nullable String value) {
      placement = value;
      return this;
    }

    /** The finished record. */
    public Vcpus build() {
      return new Vcpus(maximum, current, cpuset, placement);
    }
  }
}

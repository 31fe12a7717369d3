package dev.vireo.model.domain;

import dev.vireo.model.xml.Extras;
import org.jspecify.annotations.Nullable;

/**
 * Share of the host's processors ({@code <cputune>}).
 *
 * @param shares weight beside other domains, an unsigned number; null when not said
 * @param extras everything else
 */
public record CpuTuning(@Nullable Long shares, Extras extras) {
  /** A builder that begins with all of this. */
  public Builder toBuilder() {
    return new Builder().shares(shares).extras(extras);
  }

  /** A builder that begins with nothing. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects one {@link CpuTuning}. Not for several threads. */
  public static final class Builder {

    private @Nullable Long shares;
    private Extras extras = Extras.NONE;

    private Builder() {}

    /** Sets {@link CpuTuning#shares}. */
    public Builder shares(@Nullable Long value) {
      shares = value;
      return this;
    }

    /** Sets {@link CpuTuning#extras}. */
    public Builder extras(Extras value) {
      extras = value;
      return this;
    }

    /** The finished record. */
    public CpuTuning build() {
      return new CpuTuning(shares, extras);
    }
  }
}

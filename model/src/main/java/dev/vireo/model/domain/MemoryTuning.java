package dev.vireo.model.domain;

import dev.vireo.model.xml.Extras;
import org.jspecify.annotations.Nullable;

/**
 * Limits of the host's memory for a domain ({@code <memtune>}).
 *
 * @param hardLimit most memory
 * @param softLimit most memory under contention
 * @param minGuarantee least memory
 * @param swapHardLimit most memory and swap
 * @param extras everything else
 */
public record MemoryTuning(
    @Nullable DataSize hardLimit,
    @Nullable DataSize softLimit,
    @Nullable DataSize minGuarantee,
    @Nullable DataSize swapHardLimit,
    Extras extras) {
  /** A builder that begins with all of these limits. */
  public Builder toBuilder() {
    return new Builder()
        .hardLimit(hardLimit)
        .softLimit(softLimit)
        .minGuarantee(minGuarantee)
        .swapHardLimit(swapHardLimit)
        .extras(extras);
  }

  /** A builder that begins with nothing. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects one {@link MemoryTuning}. Not for several threads. */
  public static final class Builder {

    private @Nullable DataSize hardLimit;
    private @Nullable DataSize softLimit;
    private @Nullable DataSize minGuarantee;
    private @Nullable DataSize swapHardLimit;
    private Extras extras = Extras.NONE;

    private Builder() {}

    /** Sets {@link MemoryTuning#hardLimit}. */
    public Builder hardLimit(@Nullable DataSize value) {
      hardLimit = value;
      return this;
    }

    /** Sets {@link MemoryTuning#softLimit}. */
    public Builder softLimit(@Nullable DataSize value) {
      softLimit = value;
      return this;
    }

    /** Sets {@link MemoryTuning#minGuarantee}. */
    public Builder minGuarantee(@Nullable DataSize value) {
      minGuarantee = value;
      return this;
    }

    /** Sets {@link MemoryTuning#swapHardLimit}. */
    public Builder swapHardLimit(@Nullable DataSize value) {
      swapHardLimit = value;
      return this;
    }

    /** Sets {@link MemoryTuning#extras}. */
    public Builder extras(Extras value) {
      extras = value;
      return this;
    }

    /** The finished record. */
    public MemoryTuning build() {
      return new MemoryTuning(hardLimit, softLimit, minGuarantee, swapHardLimit, extras);
    }
  }
}

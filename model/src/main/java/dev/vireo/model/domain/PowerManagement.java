package dev.vireo.model.domain;

import org.jspecify.annotations.Nullable;

/**
 * Sleep states offered to the guest ({@code <pm>}).
 *
 * @param suspendToMem S3; null when not said
 * @param suspendToDisk S4; null when not said
 */
public record PowerManagement(@Nullable Boolean suspendToMem, @Nullable Boolean suspendToDisk) {
  /** A builder that begins with all of these states. */
  public Builder toBuilder() {
    return new Builder().suspendToMem(suspendToMem).suspendToDisk(suspendToDisk);
  }

  /** A builder that begins with nothing. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects one {@link PowerManagement}. Not for several threads. */
  public static final class Builder {

    private @Nullable Boolean suspendToMem;
    private @Nullable Boolean suspendToDisk;

    private Builder() {}

    /** Sets {@link PowerManagement#suspendToMem}. */
    public Builder suspendToMem(@Nullable Boolean value) {
      suspendToMem = value;
      return this;
    }

    /** Sets {@link PowerManagement#suspendToDisk}. */
    public Builder suspendToDisk(@Nullable Boolean value) {
      suspendToDisk = value;
      return this;
    }

    /** The finished record. */
    public PowerManagement build() {
      return new PowerManagement(suspendToMem, suspendToDisk);
    }
  }
}

package dev.vireo.model.domain;

import dev.vireo.model.xml.Extras;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * VLAN tags of a network interface ({@code <vlan>}).
 *
 * @param trunk whether the guest sees the tags; null when not said
 * @param tags at least one
 */
public record Vlan(@Nullable Boolean trunk, List<Tag> tags) {
  public Vlan {
    tags = List.copyOf(tags);
  }

  /**
   * One tag.
   *
   * @param id 0 to 4095
   * @param nativeMode {@code tagged} or {@code untagged}; null when not said
   * @param extras everything else
   */
  public record Tag(int id, @Nullable String nativeMode, Extras extras) {

    /** A tag with nothing else. */
    public Tag(int id, @Nullable String nativeMode) {
      this(id, nativeMode, Extras.NONE);
    }

    /** A builder that begins with all of this tag. */
    public Builder toBuilder() {
      return new Builder(id).nativeMode(nativeMode).extras(extras);
    }

    /**
     * A builder of a tag with nothing else.
     *
     * @param id see {@link #id}
     */
    public static Builder builder(int id) {
      return new Builder(id);
    }

    /** Collects one {@link Tag}. Not for several threads. */
    public static final class Builder {

      private int id;
      private @Nullable String nativeMode;
      private Extras extras = Extras.NONE;

      private Builder(int id) {
        this.id = id;
      }

      /** Sets {@link Tag#id}. */
      public Builder id(int value) {
        id = value;
        return this;
      }

      /** Sets {@link Tag#nativeMode}. */
      public Builder nativeMode(@Nullable String value) {
        nativeMode = value;
        return this;
      }

      /** Sets {@link Tag#extras}. */
      public Builder extras(Extras value) {
        extras = value;
        return this;
      }

      /** The finished record. */
      public Tag build() {
        return new Tag(id, nativeMode, extras);
      }
    }
  }

  /** A builder that begins with all of these tags. */
  public Builder toBuilder() {
    return new Builder().trunk(trunk).tags(tags);
  }

  /** A builder that begins with nothing. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects one {@link Vlan}. Not for several threads. */
  public static final class Builder {

    private @Nullable Boolean trunk;
    private List<Tag> tags = List.of();

    private Builder() {}

    /** Sets {@link Vlan#trunk}. */
    public Builder trunk(@Nullable Boolean value) {
      trunk = value;
      return this;
    }

    /** Sets {@link Vlan#tags}. */
    public Builder tags(List<Tag> value) {
      tags = value;
      return this;
    }

    /** The finished record. */
    public Vlan build() {
      return new Vlan(trunk, tags);
    }
  }
}

package dev.vireo.model.domain;

import dev.vireo.model.xml.Extras;
import org.jspecify.annotations.Nullable;

/**
 * The guest's end of a character device ({@code <target/>}).
 *
 * @param type such as {@code isa-serial} or {@code virtio}; null when not said
 * @param port number of the port; null when not said
 * @param name name of a channel; null when not said
 * @param model name in the target's {@code <model/>}; null when not said
 * @param extras everything else
 */
public record CharacterTarget(
    @Nullable String type,
    @Nullable Integer port,
    @Nullable String name,
    @Nullable String model,
    Extras extras) {

  /** Only a port. */
  public static CharacterTarget ofPort(int port) {
    return new CharacterTarget(null, port, null, null, Extras.NONE);
  }

  /** A builder that begins with all of this target. */
  public Builder toBuilder() {
    return new Builder().type(type).port(port).name(name).model(model).extras(extras);
  }

  /** A builder that begins with nothing. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects one {@link CharacterTarget}. Not for several threads. */
  public static final class Builder {

    private @Nullable String type;
    private @Nullable Integer port;
    private @Nullable String name;
    private @Nullable String model;
    private Extras extras = Extras.NONE;

    private Builder() {}

    /** Sets {@link CharacterTarget#type}. */
    public Builder type(@Nullable String value) {
      type = value;
      return this;
    }

    /** Sets {@link CharacterTarget#port}. */
    public Builder port(@Nullable Integer value) {
      port = value;
      return this;
    }

    /** Sets {@link CharacterTarget#name}. */
    public Builder name(@Nullable String value) {
      name = value;
      return this;
    }

    /** Sets {@link CharacterTarget#model}. */
    public Builder model(@Nullable String value) {
      model = value;
      return this;
    }

    /** Sets {@link CharacterTarget#extras}. */
    public Builder extras(Extras value) {
      extras = value;
      return this;
    }

    /** The finished record. */
    public CharacterTarget build() {
      return new CharacterTarget(type, port, name, model, extras);
    }
  }
}

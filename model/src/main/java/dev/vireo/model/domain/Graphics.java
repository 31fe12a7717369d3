package dev.vireo.model.domain;

import dev.vireo.model.xml.Extras;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A graphical console ({@code virDomainGraphicsDef}).
 *
 * @param type {@code vnc}, {@code spice}, {@code sdl}...
 * @param port -1 for an automatic one; null when not said
 * @param autoport whether a port is chosen at start; null when not said
 * @param listen address to listen at; null when not said
 * @param keymap keyboard layout; null when not said
 * @param password null for none; left out of {@link #toString}
 * @param extras everything else, such as {@code <listen>} elements
 */
public record Graphics(
    String type,
    @Nullable Integer port,
    @Nullable Boolean autoport,
    @Nullable String listen,
    @Nullable String keymap,
    @Nullable String password,
    Extras extras)
    implements Device {
  public Graphics {
    Objects.requireNonNull(type);
    Objects.requireNonNull(extras);
  }

  /** The same console without its password. */
  Graphics withoutPassword() {
    return toBuilder().password(null).build();
  }

  @Override
  public String toString() {
    return "Graphics[type=" + type + ", port=" + port + ", listen=" + listen + "]";
  }

  @Override
  public String elementName() {
    return "graphics";
  }

  /** A builder that begins with all of this console. */
  public Builder toBuilder() {
    return new Builder(type)
        .port(port)
        .autoport(autoport)
        .listen(listen)
        .keymap(keymap)
        .password(password)
        .extras(extras);
  }

  /**
   * A builder of a console with nothing else.
   *
   * @param type see {@link #type}
   */
  public static Builder builder(String type) {
    return new Builder(type);
  }

  /** Collects one {@link Graphics}. Not for several threads. */
  public static final class Builder {

    private String type;
    private @Nullable Integer port;
    private @Nullable Boolean autoport;
    private @Nullable String listen;
    private @Nullable String keymap;
    private @Nullable String password;
    private Extras extras = Extras.NONE;

    private Builder(String type) {
      this.type = type;
    }

    /** Sets {@link Graphics#type}. */
    public Builder type(String value) {
      type = value;
      return this;
    }

    /** Sets {@link Graphics#port}. */
    public Builder port(@Nullable Integer value) {
      port = value;
      return this;
    }

    /** Sets {@link Graphics#autoport}. */
    public Builder autoport(@Nullable Boolean value) {
      autoport = value;
      return this;
    }

    /** Sets {@link Graphics#listen}. */
    public Builder listen(@Nullable String value) {
      listen = value;
      return this;
    }

    /** Sets {@link Graphics#keymap}. */
    public Builder keymap(@Nullable String value) {
      keymap = value;
      return this;
    }

    /** Sets {@link Graphics#password}. */
    public Builder password(@Nullable String value) {
      password = value;
      return this;
    }

    /** Sets {@link Graphics#extras}. */
    public Builder extras(Extras value) {
      extras = value;
      return this;
    }

    /** The finished record. */
    public Graphics build() {
      return new Graphics(type, port, autoport, listen, keymap, password, extras);
    }
  }
}

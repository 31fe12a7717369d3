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
    Extras extras) {
  public Graphics {
    Objects.requireNonNull(type);
    Objects.requireNonNull(extras);
  }

  /** The same console without its password. */
  Graphics withoutPassword() {
    return new Graphics(type, port, autoport, listen, keymap, null, extras);
  }

  @Override
  public String toString() {
    return "Graphics[type=" + type + ", port=" + port + ", listen=" + listen + "]";
  }
}

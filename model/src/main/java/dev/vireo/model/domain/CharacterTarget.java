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
}

package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import java.util.Objects;

/**
 * Notes an event by hand (VI API {@code LogUserEvent}).
 *
 * @param self the object to call
 * @param entity what it is about
 * @param msg its text
 */
public record LogUserEvent(ManagedObjectReference self, ManagedObjectReference entity, String msg)
    implements VimMethod<Void> {

  /** Checks that the required components are there. */
  public LogUserEvent {
    Objects.requireNonNull(self, "self");
    Objects.requireNonNull(entity, "entity");
    Objects.requireNonNull(msg, "msg");
  }
}

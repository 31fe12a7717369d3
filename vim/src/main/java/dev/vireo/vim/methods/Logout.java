package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import java.util.Objects;

/**
 * Ends the session with all that belongs to it (VI API {@code Logout}).
 *
 * @param self the object to call
 */
public record Logout(ManagedObjectReference self) implements VimMethod<Void> {

  /** Checks that the required components are there. */
  public Logout {
    Objects.requireNonNull(self, "self");
  }
}

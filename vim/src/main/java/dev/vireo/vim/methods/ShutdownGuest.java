package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import java.util.Objects;

/**
 * Asks the guest to shut down; needs VMware Tools (VI API {@code ShutdownGuest}).
 *
 * @param self the object to call
 */
public record ShutdownGuest(ManagedObjectReference self) implements VimMethod<Void> {

  /** Checks that the required components are there. */
  public ShutdownGuest {
    Objects.requireNonNull(self, "self");
  }
}

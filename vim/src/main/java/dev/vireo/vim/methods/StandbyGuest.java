package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import java.util.Objects;

/**
 * Asks the guest to stand by; needs VMware Tools (VI API {@code StandbyGuest}).
 *
 * @param self the object to call
 */
public record StandbyGuest(ManagedObjectReference self) implements VimMethod<Void> {

  /** Checks that the required components are there. */
  public StandbyGuest {
    Objects.requireNonNull(self, "self");
  }
}

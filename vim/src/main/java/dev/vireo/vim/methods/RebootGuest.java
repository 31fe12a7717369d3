package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import java.util.Objects;

/**
 * Asks the guest to reboot; needs VMware Tools (VI API {@code RebootGuest}).
 *
 * @param self the object to call
 */
public record RebootGuest(ManagedObjectReference self) implements VimMethod<Void> {

  /** Checks that the required components are there. */
  public RebootGuest {
    Objects.requireNonNull(self, "self");
  }
}

package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import java.util.Objects;

/**
 * Ends a wait under way (VI API {@code CancelWaitForUpdates}).
 *
 * @param self the object to call
 */
public record CancelWaitForUpdates(ManagedObjectReference self) implements VimMethod<Void> {

  /** Checks that the required components are there. */
  public CancelWaitForUpdates {
    Objects.requireNonNull(self, "self");
  }

  @Override
  public boolean repeatable() {
    return true;
  }
}

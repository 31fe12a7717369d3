package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import java.util.Objects;

/**
 * Sets the length of a window (VI API {@code SetCollectorPageSize}).
 *
 * @param self the object to call
 * @param maxCount most items of its latest page
 */
public record SetCollectorPageSize(ManagedObjectReference self, int maxCount)
    implements VimMethod<Void> {

  /** Checks that the required components are there. */
  public SetCollectorPageSize {
    Objects.requireNonNull(self, "self");
  }

  @Override
  public boolean repeatable() {
    return true;
  }
}

package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import java.util.Objects;

/**
 * Moves a window to the oldest item (VI API {@code RewindCollector}).
 *
 * @param self the object to call
 */
public record RewindCollector(ManagedObjectReference self) implements VimMethod<Void> {

  /** Checks that the required components are there. */
  public RewindCollector {
    Objects.requireNonNull(self, "self");
  }

  @Override
  public boolean repeatable() {
    return true;
  }
}

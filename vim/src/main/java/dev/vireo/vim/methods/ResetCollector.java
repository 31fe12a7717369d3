package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import java.util.Objects;

/**
 * Moves a window before its latest page (VI API {@code ResetCollector}).
 *
 * @param self the object to call
 */
public record ResetCollector(ManagedObjectReference self) implements VimMethod<Void> {

  /** Checks that the required components are there. */
  public ResetCollector {
    Objects.requireNonNull(self, "self");
  }

  @Override
  public boolean repeatable() {
    return true;
  }
}

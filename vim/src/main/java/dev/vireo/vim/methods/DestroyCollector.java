package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import java.util.Objects;

/**
 * Removes a window (VI API {@code DestroyCollector}).
 *
 * @param self the object to call
 */
public record DestroyCollector(ManagedObjectReference self) implements VimMethod<Void> {

  /** Checks that the required components are there. */
  public DestroyCollector {
    Objects.requireNonNull(self, "self");
  }
}

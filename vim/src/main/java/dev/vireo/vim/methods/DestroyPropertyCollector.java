package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import java.util.Objects;

/**
 * Removes a property collector with its filters (VI API {@code DestroyPropertyCollector}; API 4.0).
 *
 * @param self the object to call
 */
public record DestroyPropertyCollector(ManagedObjectReference self) implements VimMethod<Void> {

  /** Checks that the required components are there. */
  public DestroyPropertyCollector {
    Objects.requireNonNull(self, "self");
  }

  @Override
  public boolean repeatable() {
    return true;
  }
}

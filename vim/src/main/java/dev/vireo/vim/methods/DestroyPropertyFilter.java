package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import java.util.Objects;

/**
 * Removes a filter (VI API {@code DestroyPropertyFilter}).
 *
 * @param self the object to call
 */
public record DestroyPropertyFilter(ManagedObjectReference self) implements VimMethod<Void> {

  /** Checks that the required components are there. */
  public DestroyPropertyFilter {
    Objects.requireNonNull(self, "self");
  }

  @Override
  public boolean repeatable() {
    return true;
  }
}

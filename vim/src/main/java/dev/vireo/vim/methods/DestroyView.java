package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import java.util.Objects;

/**
 * Removes a view (VI API {@code DestroyView}).
 *
 * @param self the object to call
 */
public record DestroyView(ManagedObjectReference self) implements VimMethod<Void> {

  /** Checks that the required components are there. */
  public DestroyView {
    Objects.requireNonNull(self, "self");
  }

  @Override
  public boolean repeatable() {
    return true;
  }
}

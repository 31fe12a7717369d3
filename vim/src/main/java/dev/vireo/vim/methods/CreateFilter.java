package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.PropertyFilterSpec;
import java.util.Objects;

/**
 * Makes a filter whose changes can be waited for (VI API {@code CreateFilter}).
 *
 * @param self the object to call
 * @param spec what to watch
 * @param partialUpdates whether changes deep in a value are reported by themselves
 */
public record CreateFilter(
    ManagedObjectReference self, PropertyFilterSpec spec, boolean partialUpdates)
    implements VimMethod<ManagedObjectReference> {

  /** Checks that the required components are there. */
  public CreateFilter {
    Objects.requireNonNull(self, "self");
    Objects.requireNonNull(spec, "spec");
  }
}

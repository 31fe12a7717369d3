package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import java.util.Objects;

/**
 * Makes a view of the objects of another one (VI API {@code CreateListViewFromView}).
 *
 * @param self the object to call
 * @param view the other view
 */
public record CreateListViewFromView(ManagedObjectReference self, ManagedObjectReference view)
    implements VimMethod<ManagedObjectReference> {

  /** Checks that the required components are there. */
  public CreateListViewFromView {
    Objects.requireNonNull(self, "self");
    Objects.requireNonNull(view, "view");
  }
}

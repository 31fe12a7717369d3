package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import java.util.Objects;

/**
 * Replaces the objects of a view by those of another one (VI API {@code ResetListViewFromView}).
 *
 * @param self the object to call
 * @param view the other view
 */
public record ResetListViewFromView(ManagedObjectReference self, ManagedObjectReference view)
    implements VimMethod<Void> {

  /** Checks that the required components are there. */
  public ResetListViewFromView {
    Objects.requireNonNull(self, "self");
    Objects.requireNonNull(view, "view");
  }

  @Override
  public boolean repeatable() {
    return true;
  }
}

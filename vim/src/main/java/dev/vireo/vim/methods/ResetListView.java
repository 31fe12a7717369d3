package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import java.util.List;
import java.util.Objects;

/**
 * Replaces the objects of a view (VI API {@code ResetListView}).
 *
 * @param self the object to call
 * @param obj the objects
 */
public record ResetListView(ManagedObjectReference self, List<ManagedObjectReference> obj)
    implements VimMethod<List<ManagedObjectReference>> {

  /** Checks that the required components are there and copies the lists. */
  public ResetListView {
    Objects.requireNonNull(self, "self");
    obj = List.copyOf(obj);
  }

  @Override
  public boolean repeatable() {
    return true;
  }
}

package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import java.util.List;
import java.util.Objects;

/**
 * Makes a view of given objects (VI API {@code CreateListView}).
 *
 * @param self the object to call
 * @param obj the objects
 */
public record CreateListView(ManagedObjectReference self, List<ManagedObjectReference> obj)
    implements VimMethod<ManagedObjectReference> {

  /** Checks that the required components are there and copies the lists. */
  public CreateListView {
    Objects.requireNonNull(self, "self");
    obj = List.copyOf(obj);
  }
}

package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import java.util.List;
import java.util.Objects;

/**
 * Adds objects to a view and removes others (VI API {@code ModifyListView}).
 *
 * @param self the object to call
 * @param add the objects to add
 * @param remove the objects to remove
 */
public record ModifyListView(
    ManagedObjectReference self,
    List<ManagedObjectReference> add,
    List<ManagedObjectReference> remove)
    implements VimMethod<List<ManagedObjectReference>> {

  /** Checks that the required components are there and copies the lists. */
  public ModifyListView {
    Objects.requireNonNull(self, "self");
    add = List.copyOf(add);
    remove = List.copyOf(remove);
  }

  @Override
  public boolean repeatable() {
    return true;
  }
}

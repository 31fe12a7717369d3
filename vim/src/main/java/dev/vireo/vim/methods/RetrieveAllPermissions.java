package dev.vireo.vim.methods;

import dev.vireo.vim.types.DataObject;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.List;
import java.util.Objects;

/**
 * Reads who may do what (VI API {@code RetrieveAllPermissions}).
 *
 * @param self the object to call
 */
public record RetrieveAllPermissions(ManagedObjectReference self)
    implements VimMethod<List<DataObject>> {

  /** Checks that the required components are there. */
  public RetrieveAllPermissions {
    Objects.requireNonNull(self, "self");
  }

  @Override
  public boolean repeatable() {
    return true;
  }
}

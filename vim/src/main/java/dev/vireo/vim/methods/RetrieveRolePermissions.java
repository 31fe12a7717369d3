package dev.vireo.vim.methods;

import dev.vireo.vim.types.DataObject;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.List;
import java.util.Objects;

/**
 * Reads who has a role (VI API {@code RetrieveRolePermissions}).
 *
 * @param self the object to call
 * @param roleId number of the role
 */
public record RetrieveRolePermissions(ManagedObjectReference self, int roleId)
    implements VimMethod<List<DataObject>> {

  /** Checks that the required components are there. */
  public RetrieveRolePermissions {
    Objects.requireNonNull(self, "self");
  }

  @Override
  public boolean repeatable() {
    return true;
  }
}

package dev.vireo.vim.methods;

import dev.vireo.vim.types.DataObject;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.List;
import java.util.Objects;

/**
 * Reads who may do what with an entity (VI API {@code RetrieveEntityPermissions}).
 *
 * @param self the object to call
 * @param entity the entity
 * @param inherited whether what it has from above counts, too
 */
public record RetrieveEntityPermissions(
    ManagedObjectReference self, ManagedObjectReference entity, boolean inherited)
    implements VimMethod<List<DataObject>> {

  /** Checks that the required components are there. */
  public RetrieveEntityPermissions {
    Objects.requireNonNull(self, "self");
    Objects.requireNonNull(entity, "entity");
  }

  @Override
  public boolean repeatable() {
    return true;
  }
}

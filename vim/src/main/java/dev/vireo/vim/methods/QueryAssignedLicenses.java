package dev.vireo.vim.methods;

import dev.vireo.vim.types.DataObject;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads which licence is whose (VI API {@code QueryAssignedLicenses}).
 *
 * @param self the object to call
 * @param entityId the owner; null for all
 */
public record QueryAssignedLicenses(ManagedObjectReference self, @Nullable String entityId)
    implements VimMethod<List<DataObject>> {

  /** Checks that the required components are there. */
  public QueryAssignedLicenses {
    Objects.requireNonNull(self, "self");
  }

  @Override
  public boolean repeatable() {
    return true;
  }
}

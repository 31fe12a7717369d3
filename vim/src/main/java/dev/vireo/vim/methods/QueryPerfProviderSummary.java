package dev.vireo.vim.methods;

import dev.vireo.vim.types.DataObject;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.Objects;

/**
 * Reads what kinds of figures an object has (VI API {@code QueryPerfProviderSummary}).
 *
 * @param self the object to call
 * @param entity the object
 */
public record QueryPerfProviderSummary(ManagedObjectReference self, ManagedObjectReference entity)
    implements VimMethod<DataObject> {

  /** Checks that the required components are there. */
  public QueryPerfProviderSummary {
    Objects.requireNonNull(self, "self");
    Objects.requireNonNull(entity, "entity");
  }

  @Override
  public boolean repeatable() {
    return true;
  }
}

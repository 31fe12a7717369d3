package dev.vireo.vim.methods;

import dev.vireo.vim.types.DataObject;
import dev.vireo.vim.types.EventFilterSpec;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.List;
import java.util.Objects;

/**
 * Reads events (VI API {@code QueryEvents}).
 *
 * @param self the object to call
 * @param filter which events
 */
public record QueryEvents(ManagedObjectReference self, EventFilterSpec filter)
    implements VimMethod<List<DataObject>> {

  /** Checks that the required components are there. */
  public QueryEvents {
    Objects.requireNonNull(self, "self");
    Objects.requireNonNull(filter, "filter");
  }

  @Override
  public boolean repeatable() {
    return true;
  }
}

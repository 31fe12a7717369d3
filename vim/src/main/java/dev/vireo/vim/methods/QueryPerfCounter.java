package dev.vireo.vim.methods;

import dev.vireo.vim.types.DataObject;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.List;
import java.util.Objects;

/**
 * Reads what figures are (VI API {@code QueryPerfCounter}).
 *
 * @param self the object to call
 * @param counterId keys of the counters
 */
public record QueryPerfCounter(ManagedObjectReference self, List<Integer> counterId)
    implements VimMethod<List<DataObject>> {

  /** Checks that the required components are there and copies the lists. */
  public QueryPerfCounter {
    Objects.requireNonNull(self, "self");
    counterId = List.copyOf(counterId);
  }

  @Override
  public boolean repeatable() {
    return true;
  }
}

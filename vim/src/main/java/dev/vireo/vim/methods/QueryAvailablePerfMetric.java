package dev.vireo.vim.methods;

import dev.vireo.vim.types.DataObject;
import dev.vireo.vim.types.ManagedObjectReference;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads which figures an object has (VI API {@code QueryAvailablePerfMetric}).
 *
 * @param self the object to call
 * @param entity the object
 * @param beginTime the earliest time; null for any
 * @param endTime the latest time; null for any
 * @param intervalId seconds between two figures; null for any
 */
public record QueryAvailablePerfMetric(
    ManagedObjectReference self,
    ManagedObjectReference entity,
    @Nullable Instant beginTime,
    @Nullable Instant endTime,
    @Nullable Integer intervalId)
    implements VimMethod<List<DataObject>> {

  /** Checks that the required components are there. */
  public QueryAvailablePerfMetric {
    Objects.requireNonNull(self, "self");
    Objects.requireNonNull(entity, "entity");
  }

  @Override
  public boolean repeatable() {
    return true;
  }
}

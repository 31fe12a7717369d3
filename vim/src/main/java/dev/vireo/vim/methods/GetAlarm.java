package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the alarms of an entity (VI API {@code GetAlarm}).
 *
 * @param self the object to call
 * @param entity the entity; null for all
 */
public record GetAlarm(ManagedObjectReference self, @Nullable ManagedObjectReference entity)
    implements VimMethod<List<ManagedObjectReference>> {

  /** Checks that the required components are there. */
  public GetAlarm {
    Objects.requireNonNull(self, "self");
  }

  @Override
  public boolean repeatable() {
    return true;
  }
}

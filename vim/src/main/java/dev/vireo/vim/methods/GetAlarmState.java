package dev.vireo.vim.methods;

import dev.vireo.vim.types.DataObject;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.List;
import java.util.Objects;

/**
 * Reads the states of the alarms of an entity (VI API {@code GetAlarmState}).
 *
 * @param self the object to call
 * @param entity the entity
 */
public record GetAlarmState(ManagedObjectReference self, ManagedObjectReference entity)
    implements VimMethod<List<DataObject>> {

  /** Checks that the required components are there. */
  public GetAlarmState {
    Objects.requireNonNull(self, "self");
    Objects.requireNonNull(entity, "entity");
  }

  @Override
  public boolean repeatable() {
    return true;
  }
}

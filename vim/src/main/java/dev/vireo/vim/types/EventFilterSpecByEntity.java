package dev.vireo.vim.types;

import java.util.Objects;

/**
 * Chooses events by what they are about (VI API {@code EventFilterSpecByEntity}).
 *
 * @param entity the entity
 * @param recursion {@code self}, {@code children} or {@code all}
 */
public record EventFilterSpecByEntity(ManagedObjectReference entity, String recursion)
    implements DataObject {

  /** Checks that the required components are there. */
  public EventFilterSpecByEntity {
    Objects.requireNonNull(entity, "entity");
    Objects.requireNonNull(recursion, "recursion");
  }
}

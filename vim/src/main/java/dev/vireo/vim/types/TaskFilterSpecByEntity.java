package dev.vireo.vim.types;

import java.util.Objects;

/**
 * Chooses tasks by what they are about (VI API {@code TaskFilterSpecByEntity}).
 *
 * @param entity the entity
 * @param recursion {@code self}, {@code children} or {@code all}
 */
public record TaskFilterSpecByEntity(ManagedObjectReference entity, String recursion)
    implements DataObject {

  /** Checks that the required components are there. */
  public TaskFilterSpecByEntity {
    Objects.requireNonNull(entity, "entity");
    Objects.requireNonNull(recursion, "recursion");
  }
}

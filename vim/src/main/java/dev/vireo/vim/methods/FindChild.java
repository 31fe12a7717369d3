package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import java.util.Objects;

/**
 * Finds a child of an object by name (VI API {@code FindChild}).
 *
 * @param self the object to call
 * @param entity the parent
 * @param name name of the child
 */
public record FindChild(ManagedObjectReference self, ManagedObjectReference entity, String name)
    implements VimMethod<ManagedObjectReference> {

  /** Checks that the required components are there. */
  public FindChild {
    Objects.requireNonNull(self, "self");
    Objects.requireNonNull(entity, "entity");
    Objects.requireNonNull(name, "name");
  }

  @Override
  public boolean repeatable() {
    return true;
  }
}

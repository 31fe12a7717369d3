package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import java.util.Objects;

/**
 * Finds an object by its path of names (VI API {@code FindByInventoryPath}).
 *
 * @param self the object to call
 * @param inventoryPath names from below the root folder, joined by slashes
 */
public record FindByInventoryPath(ManagedObjectReference self, String inventoryPath)
    implements VimMethod<ManagedObjectReference> {

  /** Checks that the required components are there. */
  public FindByInventoryPath {
    Objects.requireNonNull(self, "self");
    Objects.requireNonNull(inventoryPath, "inventoryPath");
  }

  @Override
  public boolean repeatable() {
    return true;
  }
}

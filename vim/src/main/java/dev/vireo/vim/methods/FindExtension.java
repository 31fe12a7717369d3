package dev.vireo.vim.methods;

import dev.vireo.vim.types.DataObject;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.Objects;

/**
 * Reads what an extension is (VI API {@code FindExtension}).
 *
 * @param self the object to call
 * @param extensionKey its key
 */
public record FindExtension(ManagedObjectReference self, String extensionKey)
    implements VimMethod<DataObject> {

  /** Checks that the required components are there. */
  public FindExtension {
    Objects.requireNonNull(self, "self");
    Objects.requireNonNull(extensionKey, "extensionKey");
  }

  @Override
  public boolean repeatable() {
    return true;
  }
}

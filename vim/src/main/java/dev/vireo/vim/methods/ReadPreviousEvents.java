package dev.vireo.vim.methods;

import dev.vireo.vim.types.DataObject;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.List;
import java.util.Objects;

/**
 * Reads the next events towards the oldest, and moves on (VI API {@code ReadPreviousEvents}).
 *
 * @param self the object to call
 * @param maxCount most of them
 */
public record ReadPreviousEvents(ManagedObjectReference self, int maxCount)
    implements VimMethod<List<DataObject>> {

  /** Checks that the required components are there. */
  public ReadPreviousEvents {
    Objects.requireNonNull(self, "self");
  }
}

package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import java.util.Objects;

/**
 * Saves a machine's memory on disk and stops it (VI API {@code SuspendVM_Task}).
 *
 * @param self the object to call
 */
public record SuspendVM_Task(ManagedObjectReference self)
    implements VimMethod<ManagedObjectReference> {

  /** Checks that the required components are there. */
  public SuspendVM_Task {
    Objects.requireNonNull(self, "self");
  }
}

package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import java.util.Objects;

/**
 * Resets a machine (VI API {@code ResetVM_Task}).
 *
 * @param self the object to call
 */
public record ResetVM_Task(ManagedObjectReference self)
    implements VimMethod<ManagedObjectReference> {

  /** Checks that the required components are there. */
  public ResetVM_Task {
    Objects.requireNonNull(self, "self");
  }
}

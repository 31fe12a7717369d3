package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import java.util.Objects;

/**
 * Switches a machine off (VI API {@code PowerOffVM_Task}).
 *
 * @param self the object to call
 */
public record PowerOffVM_Task(ManagedObjectReference self)
    implements VimMethod<ManagedObjectReference> {

  /** Checks that the required components are there. */
  public PowerOffVM_Task {
    Objects.requireNonNull(self, "self");
  }
}

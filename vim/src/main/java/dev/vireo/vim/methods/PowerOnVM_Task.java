package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Starts a machine that is off, or resumes a suspended one (VI API {@code PowerOnVM_Task}).
 *
 * @param self the object to call
 * @param host where to run it; null to leave the choice to the server; null when the server does
 *     not say
 */
public record PowerOnVM_Task(ManagedObjectReference self, @Nullable ManagedObjectReference host)
    implements VimMethod<ManagedObjectReference> {

  /** Checks that the required components are there. */
  public PowerOnVM_Task {
    Objects.requireNonNull(self, "self");
  }
}

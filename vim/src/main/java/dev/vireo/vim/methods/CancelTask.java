package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import java.util.Objects;

/**
 * Asks a task to stop (VI API {@code CancelTask}).
 *
 * @param self the object to call
 */
public record CancelTask(ManagedObjectReference self) implements VimMethod<Void> {

  /** Checks that the required components are there. */
  public CancelTask {
    Objects.requireNonNull(self, "self");
  }
}

package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.TaskFilterSpec;
import java.util.Objects;

/**
 * Makes a window on tasks (VI API {@code CreateCollectorForTasks}).
 *
 * @param self the object to call
 * @param filter which tasks
 */
public record CreateCollectorForTasks(ManagedObjectReference self, TaskFilterSpec filter)
    implements VimMethod<ManagedObjectReference> {

  /** Checks that the required components are there. */
  public CreateCollectorForTasks {
    Objects.requireNonNull(self, "self");
    Objects.requireNonNull(filter, "filter");
  }
}

package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.TaskInfo;
import java.util.List;
import java.util.Objects;

/**
 * Reads the next tasks towards the newest, and moves on (VI API {@code ReadNextTasks}).
 *
 * @param self the object to call
 * @param maxCount most of them
 */
public record ReadNextTasks(ManagedObjectReference self, int maxCount)
    implements VimMethod<List<TaskInfo>> {

  /** Checks that the required components are there. */
  public ReadNextTasks {
    Objects.requireNonNull(self, "self");
  }
}

package dev.vireo.vim.types;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A machine that is being switched on with others (VI API {@code ClusterAttemptedVmInfo}).
 *
 * @param vm the machine
 * @param task the task that does it
 */
public record ClusterAttemptedVmInfo(
    ManagedObjectReference vm, @Nullable ManagedObjectReference task) implements DataObject {

  /** Checks that the machine is there. */
  public ClusterAttemptedVmInfo {
    Objects.requireNonNull(vm, "vm");
  }
}

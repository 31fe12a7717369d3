package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import java.util.List;
import java.util.Objects;

/**
 * Starts several machines of a datacenter (VI API {@code PowerOnMultiVM_Task}).
 *
 * @param self the object to call
 * @param vm the machines
 */
public record PowerOnMultiVM_Task(ManagedObjectReference self, List<ManagedObjectReference> vm)
    implements VimMethod<ManagedObjectReference> {

  /** Checks that the required components are there and copies the lists. */
  public PowerOnMultiVM_Task {
    Objects.requireNonNull(self, "self");
    vm = List.copyOf(vm);
  }
}

package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import java.util.List;
import java.util.Objects;

/**
 * Makes a view of the objects in a container (VI API {@code CreateContainerView}).
 *
 * @param self the object to call
 * @param container the container
 * @param type types of the objects; empty for all
 * @param recursive whether containers in it are searched too
 */
public record CreateContainerView(
    ManagedObjectReference self,
    ManagedObjectReference container,
    List<String> type,
    boolean recursive)
    implements VimMethod<ManagedObjectReference> {

  /** Checks that the required components are there and copies the lists. */
  public CreateContainerView {
    Objects.requireNonNull(self, "self");
    Objects.requireNonNull(container, "container");
    type = List.copyOf(type);
  }
}

package dev.vireo.vim.methods;

import dev.vireo.vim.types.EventFilterSpec;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.Objects;

/**
 * Makes a window on events (VI API {@code CreateCollectorForEvents}).
 *
 * @param self the object to call
 * @param filter which events
 */
public record CreateCollectorForEvents(ManagedObjectReference self, EventFilterSpec filter)
    implements VimMethod<ManagedObjectReference> {

  /** Checks that the required components are there. */
  public CreateCollectorForEvents {
    Objects.requireNonNull(self, "self");
    Objects.requireNonNull(filter, "filter");
  }
}

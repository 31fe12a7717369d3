package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import java.util.Objects;

/**
 * Makes a further property collector for the session (VI API {@code CreatePropertyCollector}; API
 * 4.0).
 *
 * @param self the object to call
 */
public record CreatePropertyCollector(ManagedObjectReference self)
    implements VimMethod<ManagedObjectReference> {

  /** Checks that the required components are there. */
  public CreatePropertyCollector {
    Objects.requireNonNull(self, "self");
  }
}

package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import java.util.Objects;

/**
 * Reads one property of an object. Not in the API's documentation, but real hosts answer it, and
 * pyVmomi reads each property by it.
 *
 * @param self the object to call
 * @param prop path of the property
 */
public record Fetch(ManagedObjectReference self, String prop) implements VimMethod<Object> {

  /** Checks that the components are there. */
  public Fetch {
    Objects.requireNonNull(self, "self");
    Objects.requireNonNull(prop, "prop");
  }

  @Override
  public boolean repeatable() {
    return true;
  }
}

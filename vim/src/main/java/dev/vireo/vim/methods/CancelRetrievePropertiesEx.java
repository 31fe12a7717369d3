package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import java.util.Objects;

/**
 * Gives up the pages that are left (VI API {@code CancelRetrievePropertiesEx}; API 4.1).
 *
 * @param self the object to call
 * @param token token of the page before
 */
public record CancelRetrievePropertiesEx(ManagedObjectReference self, String token)
    implements VimMethod<Void> {

  /** Checks that the required components are there. */
  public CancelRetrievePropertiesEx {
    Objects.requireNonNull(self, "self");
    Objects.requireNonNull(token, "token");
  }

  @Override
  public boolean repeatable() {
    return true;
  }
}

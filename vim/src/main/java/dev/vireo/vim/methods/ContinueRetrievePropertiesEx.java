package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.RetrieveResult;
import java.util.Objects;

/**
 * Reads the next page (VI API {@code ContinueRetrievePropertiesEx}; API 4.1).
 *
 * @param self the object to call
 * @param token token of the page before
 */
public record ContinueRetrievePropertiesEx(ManagedObjectReference self, String token)
    implements VimMethod<RetrieveResult> {

  /** Checks that the required components are there. */
  public ContinueRetrievePropertiesEx {
    Objects.requireNonNull(self, "self");
    Objects.requireNonNull(token, "token");
  }
}

package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.ServiceContent;
import java.util.Objects;

/**
 * Reads the singletons of a server; the only call besides {@link Login} that needs no session (VI
 * API {@code RetrieveServiceContent}).
 *
 * @param self the object to call
 */
public record RetrieveServiceContent(ManagedObjectReference self)
    implements VimMethod<ServiceContent> {

  /** Checks that the required components are there. */
  public RetrieveServiceContent {
    Objects.requireNonNull(self, "self");
  }

  @Override
  public boolean repeatable() {
    return true;
  }
}

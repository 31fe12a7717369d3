package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.UpdateSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Waits without limit for changes (VI API {@code WaitForUpdates}; all versions).
 *
 * @param self the object to call
 * @param version version of the last changes seen; null or empty for none; null when the server
 *     does not say
 */
public record WaitForUpdates(ManagedObjectReference self, @Nullable String version)
    implements VimMethod<UpdateSet> {

  /** Checks that the required components are there. */
  public WaitForUpdates {
    Objects.requireNonNull(self, "self");
  }

  @Override
  public boolean repeatable() {
    return true;
  }
}

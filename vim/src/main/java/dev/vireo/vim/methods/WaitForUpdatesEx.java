package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.UpdateSet;
import dev.vireo.vim.types.WaitOptions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Waits for changes; no result when none came in time (VI API {@code WaitForUpdatesEx}; API 4.1).
 *
 * @param self the object to call
 * @param version version of the last changes seen; null or empty for none; null when the server
 *     does not say
 * @param options limits; null when the server does not say
 */
public record WaitForUpdatesEx(
    ManagedObjectReference self, @Nullable String version, @Nullable WaitOptions options)
    implements VimMethod<UpdateSet> {

  /** Checks that the required components are there. */
  public WaitForUpdatesEx {
    Objects.requireNonNull(self, "self");
  }

  @Override
  public boolean repeatable() {
    return true;
  }
}

package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.UpdateSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads changes without waiting (VI API {@code CheckForUpdates}).
 *
 * @param self the object to call
 * @param version version of the last changes seen; null or empty for none; null when the server
 *     does not say
 */
public record CheckForUpdates(ManagedObjectReference self, @Nullable String version)
    implements VimMethod<UpdateSet> {

  /** Checks that the required components are there. */
  public CheckForUpdates {
    Objects.requireNonNull(self, "self");
  }

  @Override
  public boolean repeatable() {
    return true;
  }
}

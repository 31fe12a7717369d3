package dev.vireo.vim.methods;

import dev.vireo.vim.types.DataObject;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads a part of a log file (VI API {@code BrowseDiagnosticLog}).
 *
 * @param self the object to call
 * @param host the host; null for the server itself
 * @param key identity of the file
 * @param start number of the first line, from 1; null for the first
 * @param lines most lines; null for all
 */
public record BrowseDiagnosticLog(
    ManagedObjectReference self,
    @Nullable ManagedObjectReference host,
    String key,
    @Nullable Integer start,
    @Nullable Integer lines)
    implements VimMethod<DataObject> {

  /** Checks that the required components are there. */
  public BrowseDiagnosticLog {
    Objects.requireNonNull(self, "self");
    Objects.requireNonNull(key, "key");
  }

  @Override
  public boolean repeatable() {
    return true;
  }
}

package dev.vireo.vim.methods;

import dev.vireo.vim.types.DataObject;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads which log files there are (VI API {@code QueryDescriptions}).
 *
 * @param self the object to call
 * @param host the host; null for the server itself
 */
public record QueryDescriptions(ManagedObjectReference self, @Nullable ManagedObjectReference host)
    implements VimMethod<List<DataObject>> {

  /** Checks that the required components are there. */
  public QueryDescriptions {
    Objects.requireNonNull(self, "self");
  }

  @Override
  public boolean repeatable() {
    return true;
  }
}

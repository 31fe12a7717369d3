package dev.vireo.vim.methods;

import dev.vireo.vim.types.DataObject;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads settings (VI API {@code QueryOptions}).
 *
 * @param self the object to call
 * @param name a key, or the beginning of keys up to a dot; null for all
 */
public record QueryOptions(ManagedObjectReference self, @Nullable String name)
    implements VimMethod<List<DataObject>> {

  /** Checks that the required components are there. */
  public QueryOptions {
    Objects.requireNonNull(self, "self");
  }

  @Override
  public boolean repeatable() {
    return true;
  }
}

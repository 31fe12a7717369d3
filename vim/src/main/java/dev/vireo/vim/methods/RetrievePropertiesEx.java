package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.PropertyFilterSpec;
import dev.vireo.vim.types.RetrieveOptions;
import dev.vireo.vim.types.RetrieveResult;
import java.util.List;
import java.util.Objects;

/**
 * Reads properties of objects, in pages (VI API {@code RetrievePropertiesEx}; API 4.1).
 *
 * @param self the object to call
 * @param specSet what to read
 * @param options limits
 */
public record RetrievePropertiesEx(
    ManagedObjectReference self, List<PropertyFilterSpec> specSet, RetrieveOptions options)
    implements VimMethod<RetrieveResult> {

  /** Checks that the required components are there and copies the lists. */
  public RetrievePropertiesEx {
    Objects.requireNonNull(self, "self");
    Objects.requireNonNull(options, "options");
    specSet = List.copyOf(specSet);
  }

  @Override
  public boolean repeatable() {
    return true;
  }
}

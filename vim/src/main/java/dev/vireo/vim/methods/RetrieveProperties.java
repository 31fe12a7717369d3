package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.ObjectContent;
import dev.vireo.vim.types.PropertyFilterSpec;
import java.util.List;
import java.util.Objects;

/**
 * Reads properties of objects in one answer (VI API {@code RetrieveProperties}; all versions).
 *
 * @param self the object to call
 * @param specSet what to read
 */
public record RetrieveProperties(ManagedObjectReference self, List<PropertyFilterSpec> specSet)
    implements VimMethod<List<ObjectContent>> {

  /** Checks that the required components are there and copies the lists. */
  public RetrieveProperties {
    Objects.requireNonNull(self, "self");
    specSet = List.copyOf(specSet);
  }

  @Override
  public boolean repeatable() {
    return true;
  }
}

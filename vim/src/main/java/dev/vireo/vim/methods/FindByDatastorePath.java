package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import java.util.Objects;

/**
 * Finds a machine by its VMX file (VI API {@code FindByDatastorePath}).
 *
 * @param self the object to call
 * @param datacenter where to look
 * @param path datastore path of the file
 */
public record FindByDatastorePath(
    ManagedObjectReference self, ManagedObjectReference datacenter, String path)
    implements VimMethod<ManagedObjectReference> {

  /** Checks that the required components are there. */
  public FindByDatastorePath {
    Objects.requireNonNull(self, "self");
    Objects.requireNonNull(datacenter, "datacenter");
    Objects.requireNonNull(path, "path");
  }

  @Override
  public boolean repeatable() {
    return true;
  }
}

package dev.vireo.vim.methods;

import dev.vireo.vim.types.DataObject;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.List;
import java.util.Objects;

/**
 * Lists the virtual disks that are objects of their own (VI API {@code HostListVStorageObject}).
 *
 * @param self the object to call
 * @param datastore the datastore
 */
public record HostListVStorageObject(ManagedObjectReference self, ManagedObjectReference datastore)
    implements VimMethod<List<DataObject>> {

  /** Checks that the required components are there. */
  public HostListVStorageObject {
    Objects.requireNonNull(self, "self");
    Objects.requireNonNull(datastore, "datastore");
  }

  @Override
  public boolean repeatable() {
    return true;
  }
}

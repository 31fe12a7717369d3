package dev.vireo.vim.methods;

import dev.vireo.vim.types.HostDatastoreBrowserSearchSpec;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Looks for files in one folder of a datastore (VI API {@code SearchDatastore_Task}). The task's
 * result is a {@code HostDatastoreBrowserSearchResults}.
 *
 * @param self the {@code HostDatastoreBrowser} to call
 * @param datastorePath datastore path of the folder
 * @param searchSpec what to look for; null for the names of all files
 */
public record SearchDatastore_Task(
    ManagedObjectReference self,
    String datastorePath,
    @Nullable HostDatastoreBrowserSearchSpec searchSpec)
    implements VimMethod<ManagedObjectReference> {

  /** Checks that the required components are there. */
  public SearchDatastore_Task {
    Objects.requireNonNull(self, "self");
    Objects.requireNonNull(datastorePath, "datastorePath");
  }

  @Override
  public boolean repeatable() {
    return true;
  }
}

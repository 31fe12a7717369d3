package dev.vireo.vim.methods;

import dev.vireo.vim.types.HostDatastoreBrowserSearchSpec;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Looks for files in a folder and all below it of a datastore (VI API {@code
 * SearchDatastoreSubFolders_Task}). The task's result is a {@code
 * HostDatastoreBrowserSearchResults}.
 *
 * @param self the {@code HostDatastoreBrowser} to call
 * @param datastorePath datastore path of the folder
 * @param searchSpec what to look for; null for the names of all files
 */
public record SearchDatastoreSubFolders_Task(
    ManagedObjectReference self,
    String datastorePath,
    @Nullable HostDatastoreBrowserSearchSpec searchSpec)
    implements VimMethod<ManagedObjectReference> {

  /** Checks that the required components are there. */
  public SearchDatastoreSubFolders_Task {
    Objects.requireNonNull(self, "self");
    Objects.requireNonNull(datastorePath, "datastorePath");
  }
}

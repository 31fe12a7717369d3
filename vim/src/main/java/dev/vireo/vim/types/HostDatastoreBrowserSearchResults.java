package dev.vireo.vim.types;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search found in one folder (VI API {@code HostDatastoreBrowserSearchResults}).
 *
 * @param datastore the datastore; null when the server does not say
 * @param folderPath datastore path of the folder; null when the server does not say
 * @param file the files
 */
public record HostDatastoreBrowserSearchResults(
    @Nullable ManagedObjectReference datastore, @Nullable String folderPath, List<FileInfo> file)
    implements DataObject {

  /** Copies the list. */
  public HostDatastoreBrowserSearchResults {
    file = List.copyOf(file);
  }
}

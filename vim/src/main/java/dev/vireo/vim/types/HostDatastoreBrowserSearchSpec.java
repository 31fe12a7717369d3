package dev.vireo.vim.types;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search on a datastore is for (VI API {@code HostDatastoreBrowserSearchSpec}).
 *
 * @param query the kinds of files; empty for all
 * @param details what to tell of the files; null for nothing but names
 * @param searchCaseInsensitive whether case does not count; null for that it does not
 * @param matchPattern patterns with {@code *} and {@code ?} of which a name must match one; empty
 *     for all names
 * @param sortFoldersFirst whether folders come first; null for no
 */
public record HostDatastoreBrowserSearchSpec(
    List<FileQuery> query,
    @Nullable FileQueryFlags details,
    @Nullable Boolean searchCaseInsensitive,
    List<String> matchPattern,
    @Nullable Boolean sortFoldersFirst)
    implements DataObject {

  /** Copies the lists. */
  public HostDatastoreBrowserSearchSpec {
    query = List.copyOf(query);
    matchPattern = List.copyOf(matchPattern);
  }
}

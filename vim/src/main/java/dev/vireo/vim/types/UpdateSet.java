package dev.vireo.vim.types;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What changed in the filters of a collector (VI API {@code UpdateSet}).
 *
 * @param version version of the data after these changes
 * @param filterSet the changes by filter
 * @param truncated whether further changes are ready (API 4.1); null when the server does not say
 */
public record UpdateSet(
    String version, List<PropertyFilterUpdate> filterSet, @Nullable Boolean truncated)
    implements DataObject {

  /** Checks that the required components are there and copies the lists. */
  public UpdateSet {
    Objects.requireNonNull(version, "version");
    filterSet = List.copyOf(filterSet);
  }
}

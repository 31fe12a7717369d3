package dev.vireo.vim.types;

import java.util.List;
import java.util.Objects;

/**
 * What changed in one filter (VI API {@code PropertyFilterUpdate}).
 *
 * @param filter the filter
 * @param objectSet the changes by object
 * @param missingSet objects that could not be read
 */
public record PropertyFilterUpdate(
    ManagedObjectReference filter, List<ObjectUpdate> objectSet, List<MissingObject> missingSet)
    implements DataObject {

  /** Checks that the required components are there and copies the lists. */
  public PropertyFilterUpdate {
    Objects.requireNonNull(filter, "filter");
    objectSet = List.copyOf(objectSet);
    missingSet = List.copyOf(missingSet);
  }
}

package dev.vireo.vim.types;

import java.util.List;
import java.util.Objects;

/**
 * What changed in one object (VI API {@code ObjectUpdate}).
 *
 * @param kind what happened to the object
 * @param obj the object
 * @param changeSet the changed properties
 * @param missingSet properties that could not be read
 */
public record ObjectUpdate(
    ObjectUpdateKind kind,
    ManagedObjectReference obj,
    List<PropertyChange> changeSet,
    List<MissingProperty> missingSet)
    implements DataObject {

  /** Checks that the required components are there and copies the lists. */
  public ObjectUpdate {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(obj, "obj");
    changeSet = List.copyOf(changeSet);
    missingSet = List.copyOf(missingSet);
  }
}

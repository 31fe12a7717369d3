package dev.vireo.vim.types;

import java.util.List;
import java.util.Objects;

/**
 * Properties of an object (VI API {@code ObjectContent}).
 *
 * @param obj the object
 * @param propSet the properties that are set
 * @param missingSet the properties that could not be read, with the reason
 */
public record ObjectContent(
    ManagedObjectReference obj, List<DynamicProperty> propSet, List<MissingProperty> missingSet)
    implements DataObject {

  /** Checks that the required components are there and copies the lists. */
  public ObjectContent {
    Objects.requireNonNull(obj, "obj");
    propSet = List.copyOf(propSet);
    missingSet = List.copyOf(missingSet);
  }
}

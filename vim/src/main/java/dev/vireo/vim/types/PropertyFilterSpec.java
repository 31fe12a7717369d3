package dev.vireo.vim.types;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which properties of which objects are asked for (VI API {@code PropertyFilterSpec}).
 *
 * @param propSet the properties, by type
 * @param objectSet the objects
 * @param reportMissingObjectsInResults whether a missing object is reported instead of failing the
 *     call (API 4.1); null when the server does not say
 */
public record PropertyFilterSpec(
    List<PropertySpec> propSet,
    List<ObjectSpec> objectSet,
    @Nullable Boolean reportMissingObjectsInResults)
    implements DataObject {

  /** Copies the lists. */
  public PropertyFilterSpec {
    propSet = List.copyOf(propSet);
    objectSet = List.copyOf(objectSet);
  }
}

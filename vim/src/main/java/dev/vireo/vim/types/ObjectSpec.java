package dev.vireo.vim.types;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a filter starts and how it goes on from there (VI API {@code ObjectSpec}).
 *
 * @param obj the object to start from
 * @param skip whether the object itself is left out; null when the server does not say
 * @param selectSet ways to further objects
 */
public record ObjectSpec(
    ManagedObjectReference obj, @Nullable Boolean skip, List<SelectionSpec> selectSet)
    implements DataObject {

  /** Checks that the required components are there and copies the lists. */
  public ObjectSpec {
    Objects.requireNonNull(obj, "obj");
    selectSet = List.copyOf(selectSet);
  }
}

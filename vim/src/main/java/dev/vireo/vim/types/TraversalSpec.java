package dev.vireo.vim.types;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A way from objects of one type to further objects (VI API {@code TraversalSpec}).
 *
 * @param name name to refer to the traversal by; null when the server does not say
 * @param type VI name of the type of the objects it starts from
 * @param path property that holds the references to follow
 * @param skip whether the objects reached are left out; null when the server does not say
 * @param selectSet ways to go on from the objects reached
 */
public record TraversalSpec(
    @Nullable String name,
    String type,
    String path,
    @Nullable Boolean skip,
    List<SelectionSpec> selectSet)
    implements SelectionSpec {

  /** Checks that the required components are there and copies the lists. */
  public TraversalSpec {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(path, "path");
    selectSet = List.copyOf(selectSet);
  }
}

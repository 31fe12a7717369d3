package dev.vireo.vim.types;

import org.jspecify.annotations.Nullable;

/** A way from one object to others (VI API {@code SelectionSpec}). */
public sealed interface SelectionSpec extends DataObject
    permits SelectionSpec.Plain, TraversalSpec, UnknownObject {

  /**
   * A reference to a traversal by its name: a {@code SelectionSpec} that is nothing more.
   *
   * @param name name of a {@link TraversalSpec} of the same filter; null when the server does not
   *     say
   */
  record Plain(@Nullable String name) implements SelectionSpec {}
}

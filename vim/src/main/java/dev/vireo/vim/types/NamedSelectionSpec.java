package dev.vireo.vim.types;

import org.jspecify.annotations.Nullable;

/**
 * A reference to a traversal by its name (VI API {@code SelectionSpec}).
 *
 * @param name name of a {@link TraversalSpec} of the same filter; null when the server does not say
 */
@WireName("SelectionSpec")
public record NamedSelectionSpec(@Nullable String name) implements SelectionSpec {}

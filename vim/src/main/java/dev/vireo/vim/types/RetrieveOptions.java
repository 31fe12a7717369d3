package dev.vireo.vim.types;

import org.jspecify.annotations.Nullable;

/**
 * Limits of a retrieval (VI API {@code RetrieveOptions}).
 *
 * @param maxObjects most objects in one page; the server may give fewer; null when the server does
 *     not say
 */
public record RetrieveOptions(@Nullable Integer maxObjects) implements DataObject {}

package dev.vireo.vim.types;

import org.jspecify.annotations.Nullable;

/**
 * What a search tells of all files (VI API {@code FileQueryFlags}).
 *
 * @param fileType whether their kind, by answering with its type
 * @param fileSize whether their size
 * @param modification whether the time of the last change
 * @param fileOwner whether their owner; null for no
 */
public record FileQueryFlags(
    boolean fileType, boolean fileSize, boolean modification, @Nullable Boolean fileOwner)
    implements DataObject {}

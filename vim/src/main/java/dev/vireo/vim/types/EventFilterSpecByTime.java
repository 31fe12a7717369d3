package dev.vireo.vim.types;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Chooses events by when they happened (VI API {@code EventFilterSpecByTime}).
 *
 * @param beginTime the earliest; null for any
 * @param endTime the latest; null for any
 */
public record EventFilterSpecByTime(@Nullable Instant beginTime, @Nullable Instant endTime)
    implements DataObject {}

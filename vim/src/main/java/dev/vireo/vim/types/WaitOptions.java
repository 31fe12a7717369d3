package dev.vireo.vim.types;

import org.jspecify.annotations.Nullable;

/**
 * Limits of a wait (VI API {@code WaitOptions}).
 *
 * @param maxWaitSeconds longest wait, in seconds; null for no limit; null when the server does not
 *     say
 * @param maxObjectUpdates most object updates in one answer; null when the server does not say
 */
public record WaitOptions(@Nullable Integer maxWaitSeconds, @Nullable Integer maxObjectUpdates)
    implements DataObject {}

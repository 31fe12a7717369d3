package dev.vireo.vim.types;

import org.jspecify.annotations.Nullable;

/**
 * Defaults of automatic start (VI API {@code AutoStartDefaults}).
 *
 * @param enabled the enabled; null when the server does not say
 * @param startDelay in seconds; null when the server does not say
 * @param stopDelay in seconds; null when the server does not say
 * @param waitForHeartbeat the wait for heartbeat; null when the server does not say
 * @param stopAction the stop action; null when the server does not say
 */
public record AutoStartDefaults(
    @Nullable Boolean enabled,
    @Nullable Integer startDelay,
    @Nullable Integer stopDelay,
    @Nullable Boolean waitForHeartbeat,
    @Nullable String stopAction)
    implements DataObject {}

package dev.vireo.vim.types;

import org.jspecify.annotations.Nullable;

/**
 * Figures of a host (VI API {@code HostListSummaryQuickStats}).
 *
 * @param overallCpuUsage in MHz; null when the server does not say
 * @param overallMemoryUsage in MiB; null when the server does not say
 * @param uptime in seconds; null when the server does not say
 */
public record HostListSummaryQuickStats(
    @Nullable Integer overallCpuUsage,
    @Nullable Integer overallMemoryUsage,
    @Nullable Integer uptime)
    implements DataObject {}

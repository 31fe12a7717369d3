package dev.vireo.model.domain;

import dev.vireo.model.xml.Extras;
import org.jspecify.annotations.Nullable;

/**
 * Limits of the host's memory for a domain ({@code <memtune>}).
 *
 * @param hardLimit most memory
 * @param softLimit most memory under contention
 * @param minGuarantee least memory
 * @param swapHardLimit most memory and swap
 * @param extras everything else
 */
public record MemoryTuning(
    @Nullable DataSize hardLimit,
    @Nullable DataSize softLimit,
    @Nullable DataSize minGuarantee,
    @Nullable DataSize swapHardLimit,
    Extras extras) {}

package dev.vireo.model.domain;

import org.jspecify.annotations.Nullable;

/**
 * Sleep states offered to the guest ({@code <pm>}).
 *
 * @param suspendToMem S3; null when not said
 * @param suspendToDisk S4; null when not said
 */
public record PowerManagement(@Nullable Boolean suspendToMem, @Nullable Boolean suspendToDisk) {}

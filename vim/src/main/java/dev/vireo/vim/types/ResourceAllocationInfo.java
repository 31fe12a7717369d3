package dev.vireo.vim.types;

import org.jspecify.annotations.Nullable;

/**
 * What share of a resource an object gets (VI API {@code ResourceAllocationInfo}).
 *
 * @param reservation in MHz or MiB; null when the server does not say
 * @param expandableReservation the expandable reservation; null when the server does not say
 * @param limit in MHz or MiB; -1 for none; null when the server does not say
 * @param shares the shares; null when the server does not say
 * @param overheadLimit in MiB; null when the server does not say
 */
public record ResourceAllocationInfo(
    @Nullable Long reservation,
    @Nullable Boolean expandableReservation,
    @Nullable Long limit,
    @Nullable SharesInfo shares,
    @Nullable Long overheadLimit)
    implements DataObject {}

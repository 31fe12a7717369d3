package dev.vireo.vim.types;

import org.jspecify.annotations.Nullable;

/**
 * The services of a host (VI API {@code HostConfigManager}; the parts that this library reads).
 *
 * @param datastoreSystem the datastore system; null when the server does not say
 * @param storageSystem the storage system; null when the server does not say
 * @param networkSystem the network system; null when the server does not say
 * @param autoStartManager the auto start manager; null when the server does not say
 */
public record HostConfigManager(
    @Nullable ManagedObjectReference datastoreSystem,
    @Nullable ManagedObjectReference storageSystem,
    @Nullable ManagedObjectReference networkSystem,
    @Nullable ManagedObjectReference autoStartManager)
    implements DataObject {}

package dev.vireo.vim.types;

import org.jspecify.annotations.Nullable;

/**
 * The virtual hardware (VI API {@code VirtualHardware}; without devices).
 *
 * @param numCPU the num CPU
 * @param numCoresPerSocket the num cores per socket; null when the server does not say
 * @param memoryMB in MiB
 */
public record VirtualHardware(int numCPU, @Nullable Integer numCoresPerSocket, int memoryMB)
    implements DataObject {}

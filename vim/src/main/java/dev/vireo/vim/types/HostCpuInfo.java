package dev.vireo.vim.types;

/**
 * The processors of a host (VI API {@code HostCpuInfo}).
 *
 * @param numCpuPackages the num CPU packages
 * @param numCpuCores the num CPU cores
 * @param numCpuThreads the num CPU threads
 * @param hz clock rate in Hz
 */
public record HostCpuInfo(short numCpuPackages, short numCpuCores, short numCpuThreads, long hz)
    implements DataObject {}

package dev.vireo;

/**
 * Hardware of a host ({@code virNodeGetInfo}).
 *
 * @param model CPU model, at most 31 characters
 * @param memoryKiB memory in KiB
 * @param cpus number of active CPU cores
 * @param mhz CPU frequency in MHz
 * @param nodes number of NUMA nodes
 * @param sockets number of CPU sockets
 * @param cores cores per socket
 * @param threads threads per core
 */
public record NodeInfo(
    String model,
    long memoryKiB,
    int cpus,
    int mhz,
    int nodes,
    int sockets,
    int cores,
    int threads) {}

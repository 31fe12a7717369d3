package dev.vireo;

/**
 * State and size of a domain ({@code virDomainGetInfo}).
 *
 * @param state what the domain does
 * @param maxMemKiB memory of the virtual hardware in KiB
 * @param memoryKiB memory that the guest may use in KiB: the memory limit where one is set, else
 *     {@code maxMemKiB}
 * @param vcpus number of virtual CPUs
 * @param cpuTimeNs CPU time used in nanoseconds; always 0 on VMware hosts, which do not count it
 */
public record DomainInfo(
    DomainState state, long maxMemKiB, long memoryKiB, int vcpus, long cpuTimeNs) {}

package dev.vireo.simulator.internal.inventory;

import dev.vireo.simulator.internal.object.ManagedObject;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.simulator.internal.schema.ObjectBuilder;
import dev.vireo.vim.types.ManagedEntityStatus;
import dev.vireo.vim.types.ObjectOf;
import dev.vireo.vim.types.ResourceAllocationInfo;
import dev.vireo.vim.types.SharesInfo;
import dev.vireo.vim.types.SharesLevel;
import java.util.List;

/**
 * What some hosts have together, and what their machines take of it.
 *
 * @param hosts number of hosts
 * @param cores their cores
 * @param threads their threads
 * @param mhz clock rate of all cores together, in MHz
 * @param memory their memory in bytes
 * @param usedMemory what runs and takes of it, in bytes
 */
record Capacity(int hosts, int cores, int threads, int mhz, long memory, long usedMemory) {

  private static final long MIB = 1L << 20;

  /** Share of a processor that a machine which runs takes, in MHz. */
  private static final int MHZ_IN_USE = 430;

  static Capacity of(List<HostSystem> hosts) {
    int cores = 0;
    int threads = 0;
    int mhz = 0;
    long memory = 0;
    long used = 0;
    for (HostSystem host : hosts) {
      MachineHardware hardware = host.hardware();
      int own = hardware.sockets() * hardware.coresPerSocket();
      cores += own;
      threads += own * hardware.threadsPerCore();
      mhz += (int) (own * (hardware.hertz() / 1_000_000));
      memory += hardware.memory();
      used += host.usedMemory() * MIB;
    }
    return new Capacity(hosts.size(), cores, threads, mhz, memory, used);
  }

  /** Sets what all kinds of compute resources tell of it. */
  ObjectBuilder describe(ObjectBuilder summary, ManagedEntityStatus status) {
    return summary
        .put("totalCpu", mhz)
        .put("totalMemory", memory)
        .put("numCpuCores", cores)
        .put("numCpuThreads", threads)
        .put("effectiveCpu", mhz)
        .put("effectiveMemory", memory / MIB)
        .put("numHosts", hosts)
        .put("numEffectiveHosts", hosts)
        .put("overallStatus", status);
  }

  /** What a resource pool with all of it uses. */
  ObjectOf runtime(ManagedEntityStatus status, ApiRelease api) {
    return ObjectBuilder.of("ResourcePoolRuntimeInfo", api)
        .put("memory", usage(memory, usedMemory, api))
        .put("cpu", usage(mhz, (long) MHZ_IN_USE * hosts, api))
        .put("overallStatus", status)
        .build();
  }

  private static ObjectOf usage(long all, long used, ApiRelease api) {
    return ObjectBuilder.of("ResourcePoolResourceUsage", api)
        .put("reservationUsed", 0L)
        .put("reservationUsedForVm", 0L)
        .put("unreservedForPool", all)
        .put("unreservedForVm", all)
        .put("overallUsage", used)
        .put("maxUsage", all)
        .build();
  }

  /** What a resource pool with all of it is promised. */
  ObjectOf allocation(ManagedObject pool, ApiRelease api) {
    return ObjectBuilder.of("ResourceConfigSpec", api)
        .put("entity", pool.ref())
        .put("cpuAllocation", allocation(mhz))
        .put("memoryAllocation", allocation(memory / MIB))
        .build();
  }

  private static ResourceAllocationInfo allocation(long all) {
    return new ResourceAllocationInfo(
        all, true, all, new SharesInfo(4000, SharesLevel.NORMAL), null);
  }
}

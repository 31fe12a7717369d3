package dev.vireo.simulator.internal.machine;

import dev.vireo.simulator.internal.datastore.Datastore;
import dev.vireo.simulator.internal.inventory.HostSystem;
import dev.vireo.simulator.internal.inventory.ResourcePool;
import dev.vireo.simulator.internal.object.Faults;
import org.jspecify.annotations.Nullable;

/**
 * Where a machine is to go.
 *
 * @param vm the machine
 * @param host the host that is to run it
 * @param pool the resource pool that it is to belong to
 * @param datastore where all its files are to lie; null to leave them where they are
 */
public record Move(
    VirtualMachine vm, HostSystem host, ResourcePool pool, @Nullable Datastore datastore) {

  /**
   * A move of which not all is said.
   *
   * @param host null for one that the pool has
   * @param pool null for the pool that the machine is in
   * @param datastore null to leave the files where they are
   * @throws dev.vireo.simulator.internal.object.RaisedFault {@code InvalidArgument} when the host
   *     is not one of the pool's
   */
  public static Move of(
      VirtualMachine vm,
      @Nullable HostSystem host,
      @Nullable ResourcePool pool,
      @Nullable Datastore datastore) {
    ResourcePool wanted = pool == null ? vm.place().pool() : pool;
    HostSystem on = host == null ? hostOf(vm, wanted) : host;
    if (!has(wanted, on)) {
      throw Faults.invalidArgument(host == null ? "pool" : "host");
    }
    return new Move(vm, on, wanted, datastore);
  }

  private static HostSystem hostOf(VirtualMachine vm, ResourcePool pool) {
    HostSystem now = vm.place().host();
    if (has(pool, now) || pool.owner() == null) {
      return now;
    }
    return pool.owner().hosts().stream()
        .filter(HostSystem::isConnected)
        .findFirst()
        .orElseThrow(() -> Faults.invalidArgument("pool"));
  }

  private static boolean has(ResourcePool pool, HostSystem host) {
    return pool.owner() != null && pool.owner().equals(host.parent());
  }

  /** Whether the machine comes to another host. */
  public boolean changesHost() {
    return !host.equals(vm.place().host());
  }

  /** Whether the machine comes into another resource pool. */
  public boolean changesPool() {
    return !pool.equals(vm.place().pool());
  }

  /** Whether the machine leaves its datacenter. */
  boolean changesDatacenter() {
    return host.datacenter() != null && !host.datacenter().equals(vm.datacenter());
  }
}

package dev.vireo.simulator;

import dev.vireo.simulator.internal.host.SimulatedHost;
import dev.vireo.simulator.internal.inventory.ComputeResource;
import dev.vireo.simulator.internal.inventory.HostSystem;
import dev.vireo.simulator.internal.machine.VirtualMachine;
import dev.vireo.simulator.internal.object.RaisedFault;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.List;

/** A host that runs machines, as a test holds it: without clients, tasks or rights. */
public final class Hypervisor {

  private final SimulatedHost host;
  private final HostSystem system;

  Hypervisor(SimulatedHost host, HostSystem system) {
    this.host = host;
    this.system = system;
  }

  /** Its name. */
  public String name() {
    return system.name();
  }

  /** The reference by which clients know it. */
  public ManagedObjectReference ref() {
    return system.ref();
  }

  /** The reference of the root resource pool of its cluster, or of its own. */
  public ManagedObjectReference pool() {
    return host.state()
        .read(() ->
            system.parent() instanceof ComputeResource compute
                ? compute.pool().ref()
                : system.ref());
  }

  /** Names of the machines that it runs. */
  public List<String> vms() {
    return host.state().read(() -> system.vms().stream().map(VirtualMachine::userName).toList());
  }

  /**
   * Lets this host of a vCenter be a simulated host of its own. The machines of that replace those
   * that it had; from then on both show the same: what happens on the host shows in the vCenter
   * when a client next asks it, and what a task of the vCenter does happens on the host at once.
   * The host then says which vCenter manages it.
   *
   * @param managed a host, no vCenter, whose datastore has the name of the vCenter's
   * @param address address of the host, by which {@code FindByIp} finds it
   * @param managementServer address of this vCenter
   * @throws IllegalArgumentException when one of the two is the wrong product, or the vCenter has a
   *     machine of a name or a datastore path that the host has
   */
  public void manage(Simulator managed, String address, String managementServer) {
    if (!host.product().isVcenter() || managed.host().product().isVcenter()) {
      throw new IllegalArgumentException("A vCenter manages a host, and nothing else does");
    }
    try {
      host.managedHosts().add(system, managed.host(), address, managementServer);
    } catch (RaisedFault fault) {
      throw new IllegalArgumentException("The host cannot be managed: " + fault.text(), fault);
    }
  }

  /** Lets the vCenter reach it, or not. */
  public void connected(boolean reached) {
    host.state().write(() -> system.setConnected(reached));
  }

  /** Begins or ends the time in which it takes no machines. */
  public void maintenance(boolean begun) {
    host.state().write(() -> system.setMaintenance(begun));
  }

  /** Sets up its network for moving machines while they run, or takes it away. */
  public void vmotion(boolean set) {
    host.state().write(() -> system.setVmotion(set));
  }
}

package dev.vireo.simulator.internal.host;

import dev.vireo.simulator.internal.inventory.ComputeResource;
import dev.vireo.simulator.internal.inventory.Datacenter;
import dev.vireo.simulator.internal.inventory.HostSystem;
import dev.vireo.simulator.internal.inventory.ManagedEntity;
import dev.vireo.simulator.internal.machine.VirtualMachine;
import dev.vireo.simulator.internal.object.HostState;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The hosts of a vCenter that are simulated hosts of their own. What happens on one of them shows
 * in the vCenter when a client next asks it; what a task of the vCenter does to a machine happens
 * on its host at once. The vCenter's {@link HostState} is locked before that of a host, never after
 * it.
 */
public final class ManagedHosts {

  /** A host and what stands for it in the vCenter. */
  private static final class Link {
    private final HostSystem system;
    private final SimulatedHost host;
    private volatile long seen = -1;

    Link(HostSystem system, SimulatedHost host) {
      this.system = system;
      this.host = host;
    }

    boolean isStale() {
      return host.state().version() != seen;
    }
  }

  private final SimulatedHost vCenter;
  private final List<Link> links = new CopyOnWriteArrayList<>();

  ManagedHosts(SimulatedHost vCenter) {
    this.vCenter = vCenter;
  }

  /**
   * Lets a host of the vCenter be a simulated host of its own, whose machines replace those that it
   * had.
   *
   * @param address address of the host
   * @param managementServer address of the vCenter
   */
  public void add(HostSystem system, SimulatedHost host, String address, String managementServer) {
    Link link = new Link(system, host);
    vCenter
        .state()
        .write(() -> {
          system.setAddress(address);
          pull(link);
          links.add(link);
        });
    host.state()
        .write(() ->
            host.inventory().hosts().forEach(each -> each.setManagementServer(managementServer)));
  }

  /** Takes over what has changed on the hosts. */
  public void refresh() {
    for (Link link : links) {
      if (link.isStale()) {
        vCenter.state().write(() -> pull(link));
      }
    }
  }

  private void pull(Link link) {
    link.host
        .state()
        .read(() -> {
          link.seen = link.host.state().version();
          Machines machines = vCenter.machines();
          for (VirtualMachine gone : List.copyOf(link.system.vms())) {
            if (find(link.host, gone) == null) {
              machines.unregister(gone, "");
            }
          }
          for (VirtualMachine there : link.host.inventory().vms()) {
            VirtualMachine known = find(vCenter, there);
            if (known == null) {
              machines.adopt(there, home(link.system));
            } else {
              machines.follow(known, there);
            }
          }
          return null;
        });
  }

  /** Lets the hosts have an entity as the vCenter has it after a task. Under write. */
  void push(ManagedEntity changed) {
    if (!(changed instanceof VirtualMachine vm) || links.isEmpty()) {
      return;
    }
    for (Link link : links) {
      link.host.state().write(() -> push(vm, link));
    }
  }

  private static void push(VirtualMachine vm, Link link) {
    boolean wasFresh = !link.isStale();
    boolean here = vm.parent() != null && link.system.equals(vm.place().host());
    VirtualMachine known = find(link.host, vm);
    Machines machines = link.host.machines();
    if (known != null && here) {
      machines.follow(known, vm);
    } else if (known != null) {
      machines.unregister(known, "");
    } else if (here) {
      machines.adopt(vm, home(link.host.inventory().hosts().iterator().next()));
    }
    if (wasFresh) {
      link.seen = link.host.state().version();
    }
  }

  private static @Nullable VirtualMachine find(SimulatedHost on, VirtualMachine like) {
    UUID uuid = like.definition().instanceUuid();
    return on.inventory().vms().stream()
        .filter(vm -> vm.definition().instanceUuid().equals(uuid))
        .findFirst()
        .orElse(null);
  }

  private static Machines.Home home(HostSystem system) {
    Datacenter datacenter = system.datacenter();
    if (datacenter == null || !(system.parent() instanceof ComputeResource compute)) {
      throw new IllegalStateException(system + " has no place");
    }
    return new Machines.Home(datacenter.vmFolder(), system, compute.pool());
  }
}

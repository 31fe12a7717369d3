package dev.vireo.simulator.internal.inventory;

import dev.vireo.simulator.internal.machine.VirtualMachine;
import dev.vireo.simulator.internal.object.HostState;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tree of a simulated host: its root, its datacenters, hosts and machines. */
public final class Inventory {

  private final Folder root;
  private final Map<String, VirtualMachine> vms = new LinkedHashMap<>();
  private final Map<String, HostSystem> hosts = new LinkedHashMap<>();
  private final Map<String, Datacenter> datacenters = new LinkedHashMap<>();

  Inventory(Folder root) {
    this.root = root;
  }

  /** The root folder. */
  public Folder root() {
    return root;
  }

  void add(Datacenter datacenter) {
    datacenters.put(datacenter.ref().value(), datacenter);
  }

  void add(HostSystem host) {
    hosts.put(host.ref().value(), host);
  }

  void add(VirtualMachine vm) {
    vms.put(vm.ref().value(), vm);
  }

  public void remove(VirtualMachine vm) {
    vms.remove(vm.ref().value());
  }

  /** All machines; only under {@link HostState#read} or write. */
  public Collection<VirtualMachine> vms() {
    return Collections.unmodifiableCollection(vms.values());
  }

  /** All hosts. */
  public Collection<HostSystem> hosts() {
    return Collections.unmodifiableCollection(hosts.values());
  }

  /** All datacenters. */
  public Collection<Datacenter> datacenters() {
    return Collections.unmodifiableCollection(datacenters.values());
  }

  /**
   * The datacenter at an inventory path such as {@code Folder/Datacenter}; null when there is none.
   * Names have their escapes.
   */
  public @Nullable Datacenter datacenterAt(String path) {
    for (Datacenter datacenter : datacenters.values()) {
      if (pathOf(datacenter).equals(path)) {
        return datacenter;
      }
    }
    return null;
  }

  /** Names of an entity and those above it, without the root's, joined by slashes. */
  static String pathOf(ManagedEntity entity) {
    StringBuilder path = new StringBuilder(entity.name());
    ManagedEntity above = entity.parent();
    while (above != null && above.parent() != null) {
      path.insert(0, above.name() + "/");
      above = above.parent();
    }
    return path.toString();
  }
}

package dev.vireo.simulator.internal.inventory;

import dev.vireo.simulator.InventoryShape;
import dev.vireo.simulator.SimulatorConfig;
import dev.vireo.simulator.internal.datastore.Datastore;
import dev.vireo.simulator.internal.object.HostState;
import dev.vireo.simulator.internal.object.Registry;
import java.util.ArrayList;
import java.util.List;

/** The tree of a vCenter in which every name is plain and every count is given. */
public final class PlainInventory extends VcenterBuilder {

  private final InventoryShape shape;

  public PlainInventory(
      HostState state,
      Registry registry,
      SimulatorConfig config,
      Product product,
      InventoryShape shape) {
    super(state, registry, config, product);
    this.shape = shape;
  }

  @Override
  String vmName(int number) {
    return numbered(number);
  }

  @Override
  public Inventory build() {
    Folder root = folder("group-d1", "Datacenters", "Folder", "Datacenter");
    Inventory inventory = new Inventory(root);
    for (int i = 1; i <= shape.datacenters(); i++) {
      fill(inventory, datacenter(inventory, root, "DC" + i));
    }
    return inventory;
  }

  private void fill(Inventory inventory, Datacenter datacenter) {
    List<Datastore> datastores = new ArrayList<>();
    for (int i = 1; i <= shape.datastores(); i++) {
      datastores.add(datastore(datacenter, "datastore" + i));
    }
    Network network = network(datacenter, "VM Network");
    List<Folder> folders = new ArrayList<>();
    for (int i = 1; i <= shape.folders(); i++) {
      folders.add(subfolder(datacenter.vmFolder(), 'v', "Folder" + i));
    }
    if (folders.isEmpty()) {
      folders.add(datacenter.vmFolder());
    }
    for (int i = 1; i <= shape.clusters(); i++) {
      ComputeResource cluster = cluster(datacenter.hostFolder(), "C" + i, datastores, network);
      List<HostSystem> hosts = new ArrayList<>();
      for (int j = 0; j < shape.hosts(); j++) {
        hosts.add(host(inventory, datastores, network));
        cluster.add(hosts.getLast());
      }
      addMachines(inventory, cluster, hosts, folders);
    }
    for (int i = 0; shape.clusters() == 0 && i < shape.hosts(); i++) {
      HostSystem host = host(inventory, datastores, network);
      ComputeResource alone = standalone(datacenter.hostFolder(), host, datastores, network);
      addMachines(inventory, alone, List.of(host), folders);
    }
  }

  private void addMachines(
      Inventory inventory, ComputeResource owner, List<HostSystem> hosts, List<Folder> folders) {
    List<ResourcePool> pools = new ArrayList<>();
    for (int i = 1; i <= shape.pools(); i++) {
      pools.add(pool(owner, "Pool" + i));
    }
    if (pools.isEmpty()) {
      pools.add(owner.pool());
    }
    int dealt = 0;
    for (ResourcePool pool : pools) {
      for (int i = 0; i < shape.vms(); i++) {
        Folder folder = folders.get(dealt % folders.size());
        addVm(inventory, folder, hosts.get(dealt % hosts.size()), pool);
        dealt++;
      }
    }
  }
}

package dev.vireo.simulator.internal.inventory;

import dev.vireo.simulator.SimulatorConfig;
import dev.vireo.simulator.internal.datastore.Datastore;
import dev.vireo.simulator.internal.object.HostState;
import dev.vireo.simulator.internal.object.Registry;
import java.util.ArrayList;
import java.util.List;

/**
 * The tree of a vCenter:
 *
 * <pre>
 * Datacenters
 *   Datacenter
 *     host: Cluster (esx1, esx2), esx3, Racks / "Rack 1 + 2" / "Edge %2f Lab" (esx4)
 *     vm:   Web, "Web" / "Blue &amp; Green", and machines beside them
 *   Branch offices / "North &amp; West" / "Branch 50%25"
 *     host: esx5
 * </pre>
 *
 * Machines are dealt to the hosts in turn.
 */
public final class VcenterInventory extends VcenterBuilder {

  /** A place for machines: where they run, and the folders that they lie in, in turn. */
  private record Slot(HostSystem host, ResourcePool pool, List<Folder> folders) {}

  private final List<Slot> slots = new ArrayList<>();

  public VcenterInventory(
      HostState state, Registry registry, SimulatorConfig config, Product product) {
    super(state, registry, config, product);
  }

  @Override
  public Inventory build() {
    Folder root = folder("group-d1", "Datacenters", "Folder", "Datacenter");
    Inventory inventory = new Inventory(root);
    buildMain(inventory, root);
    Folder branches = subfolder(root, 'd', "Branch offices");
    Folder region = subfolder(branches, 'd', "North & West");
    buildBranch(inventory, region);
    for (int i = 0; i < config.vms(); i++) {
      Slot slot = slots.get(i % slots.size());
      Folder folder = slot.folders().get(i / slots.size() % slot.folders().size());
      addVm(inventory, folder, slot.host(), slot.pool());
    }
    return inventory;
  }

  private void buildMain(Inventory inventory, Folder root) {
    Datacenter datacenter = datacenter(inventory, root, "Datacenter");
    Folder web = subfolder(datacenter.vmFolder(), 'v', "Web");
    Folder colours = subfolder(web, 'v', "Blue & Green");
    List<Folder> vmFolders = List.of(datacenter.vmFolder(), web, colours);
    Datastore shared = datastore(datacenter, "datastore1");
    Network network = network(datacenter, "VM Network");

    Folder hosts = datacenter.hostFolder();
    cluster(inventory, hosts, "Cluster", 2, vmFolders, shared, network);
    standalone(inventory, hosts, vmFolders, shared, network);
    Folder racks = subfolder(hosts, 'h', "Racks");
    Folder rack = subfolder(racks, 'h', "Rack 1 + 2");
    cluster(inventory, rack, "Edge %2f Lab", 1, vmFolders, shared, network);
  }

  private void buildBranch(Inventory inventory, Folder region) {
    Datacenter datacenter = datacenter(inventory, region, "Branch 50%25");
    Datastore local = datastore(datacenter, "branch + local");
    Network network = network(datacenter, "Branch <LAN>");
    List<Folder> vmFolders = List.of(datacenter.vmFolder());
    standalone(inventory, datacenter.hostFolder(), vmFolders, local, network);
  }

  private void cluster(
      Inventory inventory,
      Folder folder,
      String name,
      int size,
      List<Folder> vmFolders,
      Datastore datastore,
      Network network) {
    ComputeResource cluster = cluster(folder, name, List.of(datastore), network);
    for (int i = 0; i < size; i++) {
      HostSystem host = host(inventory, List.of(datastore), network);
      cluster.add(host);
      slots.add(new Slot(host, cluster.pool(), vmFolders));
    }
  }

  private void standalone(
      Inventory inventory,
      Folder folder,
      List<Folder> vmFolders,
      Datastore datastore,
      Network network) {
    HostSystem host = host(inventory, List.of(datastore), network);
    ComputeResource compute = standalone(folder, host, List.of(datastore), network);
    slots.add(new Slot(host, compute.pool(), vmFolders));
  }
}

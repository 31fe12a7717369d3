package dev.vireo.simulator.internal.host;

import dev.vireo.simulator.SimulatorConfig;
import dev.vireo.vim.types.ManagedObjectReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

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
final class VcenterInventory extends InventoryBuilder {

  /** A place for machines: where they run, and the folders that they lie in, in turn. */
  private record Slot(HostSystem host, ResourcePool pool, List<Folder> folders) {}

  private final AtomicInteger ids = new AtomicInteger(1);
  private final AtomicInteger hostNumbers = new AtomicInteger();
  private final List<Slot> slots = new ArrayList<>();

  VcenterInventory(HostState state, Registry registry, SimulatorConfig config, Product product) {
    super(state, registry, config, product);
  }

  @Override
  ManagedObjectReference vmRef(int number) {
    return new ManagedObjectReference("VirtualMachine", "vm-" + (number + 101));
  }

  @Override
  Inventory build() {
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

  private int nextId() {
    return ids.incrementAndGet();
  }

  private Folder subfolder(Folder parent, char kind, String name) {
    String childType =
        switch (kind) {
          case 'v' -> "VirtualMachine";
          case 'h' -> "ComputeResource";
          default -> "Datacenter";
        };
    Folder folder = folder("group-" + kind + nextId(), name, "Folder", childType);
    parent.add(folder);
    return folder;
  }

  private Datacenter datacenter(Inventory inventory, Folder parent, String name) {
    int id = nextId();
    Datacenter datacenter =
        register(
            new Datacenter(
                state,
                new ManagedObjectReference("Datacenter", "datacenter-" + id),
                name,
                folder("group-v" + nextId(), "vm", "Folder", "VirtualMachine"),
                folder("group-h" + nextId(), "host", "Folder", "ComputeResource"),
                folder("group-s" + nextId(), "datastore", "Folder", "Datastore"),
                folder("group-n" + nextId(), "network", "Folder", "Network")));
    parent.add(datacenter);
    inventory.add(datacenter);
    return datacenter;
  }

  private Datastore datastore(Datacenter datacenter, String name) {
    int id = nextId();
    String mount = "/vmfs/volumes/5f6a1b2c-3d4e5f60-7182-0050569a" + String.format("%04x", id);
    Datastore datastore =
        register(
            new Datastore(
                state,
                new ManagedObjectReference("Datastore", "datastore-" + id),
                name,
                mount,
                "VMFS"));
    register(datastore.browser());
    datacenter.add(datastore);
    return datastore;
  }

  private Network network(Datacenter datacenter, String name) {
    Network network =
        register(
            new Network(state, new ManagedObjectReference("Network", "network-" + nextId()), name));
    datacenter.add(network);
    return network;
  }

  private void cluster(
      Inventory inventory,
      Folder folder,
      String name,
      int size,
      List<Folder> vmFolders,
      Datastore datastore,
      Network network) {
    ComputeResource cluster =
        compute(folder, "ClusterComputeResource", "domain-c" + nextId(), name, datastore, network);
    for (int i = 0; i < size; i++) {
      HostSystem host = host(inventory, datastore, network);
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
    HostSystem host = host(inventory, datastore, network);
    ComputeResource compute =
        compute(folder, "ComputeResource", "domain-s" + nextId(), host.name(), datastore, network);
    compute.add(host);
    slots.add(new Slot(host, compute.pool(), vmFolders));
  }

  private ComputeResource compute(
      Folder folder, String type, String id, String name, Datastore datastore, Network network) {
    ResourcePool pool =
        register(
            new ResourcePool(
                state, new ManagedObjectReference("ResourcePool", "resgroup-" + nextId())));
    ComputeResource compute =
        register(new ComputeResource(state, new ManagedObjectReference(type, id), name, pool));
    register(compute.browser());
    register(compute.datastoreBrowser());
    compute.add(datastore);
    compute.add(network);
    folder.add(compute);
    return compute;
  }

  private HostSystem host(Inventory inventory, Datastore datastore, Network network) {
    int number = hostNumbers.incrementAndGet();
    int id = nextId();
    HostSystem.Identity identity =
        new HostSystem.Identity(
            new UUID(0x4c4c454400423010L, 0x8056b4c04f4e0000L + number).toString(),
            "esx" + number,
            "example.com",
            number == 1 ? address("192.0.2.11") : "192.0.2." + (10 + number),
            "192.0.2.5");
    HostSystem host =
        register(
            new HostSystem(
                state,
                new ManagedObjectReference("HostSystem", "host-" + id),
                "esx" + number + ".example.com",
                product.onHosts(),
                MachineHardware.current(),
                identity,
                now.minus(Duration.ofDays(10 + number)),
                new ManagedObjectReference("HostAutoStartManager", "autoStartManager-" + id)));
    register(host.autoStart());
    register(host.browser());
    host.add(datastore);
    host.add(network);
    inventory.add(host);
    return host;
  }
}

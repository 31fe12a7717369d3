package dev.vireo.simulator.internal.inventory;

import dev.vireo.simulator.SimulatorConfig;
import dev.vireo.simulator.internal.datastore.Datastore;
import dev.vireo.simulator.internal.object.HostState;
import dev.vireo.simulator.internal.object.Registry;
import dev.vireo.vim.types.ManagedObjectReference;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes what a vCenter's tree consists of. */
abstract sealed class VcenterBuilder extends InventoryBuilder
    permits VcenterInventory, PlainInventory {

  private final AtomicInteger ids = new AtomicInteger(1);
  private final AtomicInteger hostNumbers = new AtomicInteger();

  VcenterBuilder(HostState state, Registry registry, SimulatorConfig config, Product product) {
    super(state, registry, config, product);
  }

  @Override
  final ManagedObjectReference vmRef(int number) {
    return new ManagedObjectReference("VirtualMachine", "vm-" + (number + 101));
  }

  private int nextId() {
    return ids.incrementAndGet();
  }

  final Folder subfolder(Folder parent, char kind, String name) {
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

  final Datacenter datacenter(Inventory inventory, Folder parent, String name) {
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

  final Datastore datastore(Datacenter datacenter, String name) {
    int id = nextId();
    String mount = "/vmfs/volumes/5f6a1b2c-3d4e5f60-7182-0050569a" + String.format("%04x", id);
    Datastore datastore =
        register(
            new Datastore(
                state,
                new ManagedObjectReference("Datastore", "datastore-" + id),
                name,
                mount,
                "VMFS",
                uploads,
                capacity()));
    register(datastore.browser());
    datacenter.add(datastore);
    return datastore;
  }

  final Network network(Datacenter datacenter, String name) {
    Network network =
        register(
            new Network(state, new ManagedObjectReference("Network", "network-" + nextId()), name));
    datacenter.add(network);
    return network;
  }

  /** An empty cluster. */
  final ComputeResource cluster(
      Folder folder, String name, List<Datastore> datastores, Network network) {
    return compute(
        folder, "ClusterComputeResource", "domain-c" + nextId(), name, datastores, network);
  }

  /** A host that stands alone. */
  final ComputeResource standalone(
      Folder folder, HostSystem host, List<Datastore> datastores, Network network) {
    ComputeResource compute =
        compute(folder, "ComputeResource", "domain-s" + nextId(), host.name(), datastores, network);
    compute.add(host);
    return compute;
  }

  /** A resource pool in the root pool of a cluster or host. */
  final ResourcePool pool(ComputeResource owner, String name) {
    ResourcePool pool =
        register(
            new ResourcePool(
                state, new ManagedObjectReference("ResourcePool", "resgroup-" + nextId()), name));
    owner.pool().add(pool, owner);
    return pool;
  }

  private ComputeResource compute(
      Folder folder,
      String type,
      String id,
      String name,
      List<Datastore> datastores,
      Network network) {
    ResourcePool pool =
        register(
            new ResourcePool(
                state, new ManagedObjectReference("ResourcePool", "resgroup-" + nextId())));
    ComputeResource compute =
        register(new ComputeResource(state, new ManagedObjectReference(type, id), name, pool));
    register(compute.browser());
    register(compute.datastoreBrowser());
    datastores.forEach(compute::add);
    compute.add(network);
    folder.add(compute);
    return compute;
  }

  final HostSystem host(Inventory inventory, List<Datastore> datastores, Network network) {
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
    datastores.forEach(host::add);
    host.add(network);
    inventory.add(host);
    return host;
  }
}

package dev.vireo.simulator.internal.inventory;

import dev.vireo.simulator.Preset;
import dev.vireo.simulator.SimulatorConfig;
import dev.vireo.simulator.internal.datastore.Datastore;
import dev.vireo.simulator.internal.object.HostState;
import dev.vireo.simulator.internal.object.Registry;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.vim.types.ManagedObjectReference;
import java.time.Duration;

/** The tree of an ESX or GSX: one datacenter, one host, all machines in one folder. */
public final class StandaloneInventory extends InventoryBuilder {

  public StandaloneInventory(
      HostState state, Registry registry, SimulatorConfig config, Product product) {
    super(state, registry, config, product);
  }

  @Override
  ManagedObjectReference vmRef(int number) {
    return new ManagedObjectReference("VirtualMachine", Integer.toString(number + 1));
  }

  @Override
  public Inventory build() {
    Folder root = folder("ha-folder-root", "ha-folder-root", "Datacenter");
    Inventory inventory = new Inventory(root);
    Folder vmFolder = folder("ha-folder-vm", "vm", "VirtualMachine");
    Folder hostFolder = folder("ha-folder-host", "host", "ComputeResource");
    Datacenter datacenter =
        register(
            new Datacenter(
                state,
                new ManagedObjectReference("Datacenter", "ha-datacenter"),
                "ha-datacenter",
                vmFolder,
                hostFolder,
                folder("ha-folder-datastore", "datastore", "Datastore"),
                folder("ha-folder-network", "network", "Network")));
    root.add(datacenter);
    inventory.add(datacenter);
    HostSystem host = host();
    inventory.add(host);
    ResourcePool pool =
        register(
            new ResourcePool(state, new ManagedObjectReference("ResourcePool", "ha-root-pool")));
    ComputeResource compute =
        register(
            new ComputeResource(
                state,
                new ManagedObjectReference("ComputeResource", "ha-compute-res"),
                host.name(),
                pool));
    register(compute.browser());
    register(compute.datastoreBrowser());
    compute.add(host);
    hostFolder.add(compute);
    addStorageAndNetwork(datacenter, compute, host);
    for (int i = 0; i < config.vms(); i++) {
      addVm(inventory, vmFolder, host, pool);
    }
    return inventory;
  }

  private HostSystem host() {
    boolean modern = product.api().has(ApiRelease.V5_0);
    String name = config.preset() == Preset.GSX20 ? "gsx" : "esx";
    HostSystem.Identity identity =
        new HostSystem.Identity(
            "4c4c4544-0042-3010-8056-b4c04f4e3458",
            name,
            "example.com",
            address("192.0.2.10"),
            null);
    ManagedObjectReference autoStart =
        new ManagedObjectReference("HostAutoStartManager", "ha-autostart-mgr");
    HostSystem host =
        register(
            new HostSystem(
                state,
                new ManagedObjectReference("HostSystem", "ha-host"),
                name + ".example.com",
                product,
                modern ? MachineHardware.current() : MachineHardware.old(),
                identity,
                now.minus(Duration.ofDays(10)),
                autoStart));
    register(host.autoStart());
    register(host.browser());
    return host;
  }

  private void addStorageAndNetwork(
      Datacenter datacenter, ComputeResource compute, HostSystem host) {
    boolean gsx = config.preset() == Preset.GSX20;
    String mount =
        gsx
            ? "/var/lib/vmware/Virtual Machines"
            : "/vmfs/volumes/5f6a1b2c-3d4e5f60-7182-0050569a0001";
    Datastore datastore =
        register(
            new Datastore(
                state,
                new ManagedObjectReference("Datastore", "5f6a1b2c-3d4e5f60-7182-0050569a0001"),
                gsx ? "standard" : "datastore1",
                mount,
                gsx ? "OTHER" : "VMFS",
                uploads,
                capacity()));
    String networkName = gsx ? "Bridged" : "VM Network";
    Network network =
        register(
            new Network(
                state,
                new ManagedObjectReference("Network", "HaNetwork-" + networkName),
                networkName));
    register(datastore.browser());
    datacenter.add(datastore);
    datacenter.add(network);
    compute.add(datastore);
    compute.add(network);
    host.add(datastore);
    host.add(network);
  }
}

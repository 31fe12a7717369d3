package dev.vireo.simulator.internal.inventory;

import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.SimulatorConfig;
import dev.vireo.simulator.ToolsState;
import dev.vireo.simulator.internal.definition.HardwareDevice;
import dev.vireo.simulator.internal.definition.MachineDefinition;
import dev.vireo.simulator.internal.definition.SampleMachine;
import dev.vireo.simulator.internal.definition.Surroundings;
import dev.vireo.simulator.internal.files.DiskDescriptorText;
import dev.vireo.simulator.internal.files.FileContent;
import dev.vireo.simulator.internal.files.FileStore;
import dev.vireo.simulator.internal.files.UploadSpace;
import dev.vireo.simulator.internal.machine.VirtualMachine;
import dev.vireo.simulator.internal.object.HostState;
import dev.vireo.simulator.internal.object.ManagedObject;
import dev.vireo.simulator.internal.object.Registry;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vmx.DatastorePath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes entities and puts them where they belong. {@link StandaloneInventory}, {@link
 * VcenterInventory} and {@link PlainInventory} say which.
 */
public abstract sealed class InventoryBuilder permits StandaloneInventory, VcenterBuilder {

  private static final List<String> NAMES =
      List.of("web-1", "db-1", "build agent", "mail archive", "Büro/Test 100%");
  private static final List<PowerState> POWER =
      List.of(PowerState.ON, PowerState.ON, PowerState.OFF, PowerState.SUSPENDED, PowerState.OFF);

  private static final long CAPACITY = 2L << 40;

  /** Twice the mean size of the disks. */
  private static final long BYTES_PER_VM = 64L << 30;

  final HostState state;
  final Registry registry;
  final SimulatorConfig config;
  public final UploadSpace uploads;
  final Product product;
  final Random random;
  final Instant now;
  private final SampleMachine samples;
  private final AtomicInteger vmNumbers = new AtomicInteger();

  InventoryBuilder(HostState state, Registry registry, SimulatorConfig config, Product product) {
    this.state = state;
    this.registry = registry;
    this.config = config;
    this.uploads = new UploadSpace(config.uploadSpace());
    this.product = product;
    this.random = new Random(config.seed());
    this.now = config.clock().instant();
    this.samples =
        new SampleMachine(
            !product.onHosts().api().has(ApiRelease.V5_0), product.onHosts().hardwareVersion());
  }

  /** Makes the whole inventory. */
  public abstract Inventory build();

  /** Reference of the machine with this number, from 0. */
  abstract ManagedObjectReference vmRef(int number);

  final <T extends ManagedObject> T register(T object) {
    registry.add(object);
    return object;
  }

  /** Address of the first host. */
  final String address(String usual) {
    String wanted = config.hostAddress();
    return wanted == null ? usual : wanted;
  }

  final Folder folder(String id, String name, String... childTypes) {
    return register(
        new Folder(state, new ManagedObjectReference("Folder", id), name, List.of(childTypes)));
  }

  /**
   * What a datastore has, in bytes: what the configuration says, or as much as the largest
   * inventory leaves half free.
   */
  final long capacity() {
    Long wanted = config.datastoreCapacity();
    return wanted == null ? Math.max(CAPACITY, config.vms() * BYTES_PER_VM) : wanted;
  }

  /** Name of the machine with this number, from 0. */
  String vmName(int number) {
    return number < NAMES.size() ? NAMES.get(number) : numbered(number);
  }

  /** A plain name for the machine with this number, from 0. */
  static String numbered(int number) {
    return String.format(Locale.ROOT, "vm-%04d", number + 1);
  }

  /**
   * Adds a machine with a name and state that follow from its number.
   *
   * @param folder where it lies in the tree
   */
  public final VirtualMachine addVm(
      Inventory inventory, Folder folder, HostSystem host, ResourcePool pool) {
    int number = vmNumbers.getAndIncrement();
    VirtualMachine vm = addVm(inventory, folder, host, pool, number, vmName(number));
    int kind = number % POWER.size();
    vm.setTools(kind == 1 ? ToolsState.MISSING : ToolsState.RUNNING);
    vm.setPower(POWER.get(kind), now.minus(Duration.ofHours(3)));
    if (number == 0) {
      host.startWithHost(vm);
    }
    return vm;
  }

  /** Adds a machine that is off, with a name of its own. */
  public final VirtualMachine addVm(
      Inventory inventory, Folder folder, HostSystem host, ResourcePool pool, String name) {
    return addVm(inventory, folder, host, pool, vmNumbers.getAndIncrement(), name);
  }

  private VirtualMachine addVm(
      Inventory inventory,
      Folder folder,
      HostSystem host,
      ResourcePool pool,
      int number,
      String name) {
    return add(inventory, folder, host, pool, number, sample(host, number, name));
  }

  private MachineDefinition sample(HostSystem host, int number, String name) {
    return samples.make(
        number, name, host.datastore().name(), host.networks().getFirst().name(), random);
  }

  private VirtualMachine add(
      Inventory inventory,
      Folder folder,
      HostSystem host,
      ResourcePool pool,
      int number,
      MachineDefinition definition) {
    Instant created = now.minus(Duration.ofDays(30));
    addDisks(host, definition, created);
    VirtualMachine vm = enter(inventory, folder, host, pool, number, definition, created);
    vm.writeFile(created);
    return vm;
  }

  private VirtualMachine enter(
      Inventory inventory,
      Folder folder,
      HostSystem host,
      ResourcePool pool,
      int number,
      MachineDefinition definition,
      Instant created) {
    VirtualMachine vm =
        register(
            new VirtualMachine(
                state,
                vmRef(number),
                definition,
                new VirtualMachine.Place(host, pool),
                product.api(),
                created));
    folder.add(vm);
    host.add(vm);
    pool.add(vm);
    vm.join();
    inventory.add(vm);
    return vm;
  }

  /** Adds a machine whose files are there already. Under write. */
  public final VirtualMachine enter(
      Inventory inventory,
      Folder folder,
      HostSystem host,
      ResourcePool pool,
      MachineDefinition definition,
      Instant created) {
    int number = vmNumbers.getAndIncrement();
    return enter(inventory, folder, host, pool, number, definition, created);
  }

  /** Draws what a VMX file may lack. */
  public final Surroundings surroundings(HostSystem host, DatastorePath vmx) {
    return new Surroundings(
        host.names(vmx),
        host::disk,
        () -> SampleMachine.biosUuid(random),
        () -> SampleMachine.instanceUuid(random),
        this::mac);
  }

  /** A MAC address that the host gives. */
  public final String mac() {
    return SampleMachine.mac(random);
  }

  private static void addDisks(HostSystem host, MachineDefinition machine, Instant created) {
    FileStore files = host.datastore().files();
    for (HardwareDevice disk : machine.devices("VirtualDisk")) {
      String path = machine.sibling(".vmdk").path();
      String extent = DiskDescriptorText.extent(path);
      long kib = disk.get("capacityInKB") instanceof Long size ? size : 0;
      files.put(
          path,
          new FileContent.Generated(
              () ->
                  DiskDescriptorText.of(
                          extent.substring(extent.lastIndexOf('/') + 1),
                          kib,
                          "lsilogic",
                          machine.hardwareVersion(),
                          false)
                      .getBytes(StandardCharsets.UTF_8),
              created));
      files.put(extent, new FileContent.Zeros(kib << 10, created));
    }
  }
}

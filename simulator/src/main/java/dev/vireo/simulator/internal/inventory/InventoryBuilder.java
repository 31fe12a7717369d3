package dev.vireo.simulator.internal.inventory;

import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.SimulatorConfig;
import dev.vireo.simulator.ToolsState;
import dev.vireo.simulator.internal.datastore.Datastore;
import dev.vireo.simulator.internal.files.FileContent;
import dev.vireo.simulator.internal.files.FileStore;
import dev.vireo.simulator.internal.files.UploadSpace;
import dev.vireo.simulator.internal.machine.VirtualMachine;
import dev.vireo.simulator.internal.machine.VmDefinition;
import dev.vireo.simulator.internal.object.HostState;
import dev.vireo.simulator.internal.object.ManagedObject;
import dev.vireo.simulator.internal.object.Registry;
import dev.vireo.vim.types.ManagedObjectReference;
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

  final HostState state;
  final Registry registry;
  final SimulatorConfig config;
  public final UploadSpace uploads;
  final Product product;
  final Random random;
  final Instant now;
  private final AtomicInteger vmNumbers = new AtomicInteger();

  InventoryBuilder(HostState state, Registry registry, SimulatorConfig config, Product product) {
    this.state = state;
    this.registry = registry;
    this.config = config;
    this.uploads = new UploadSpace(config.uploadSpace());
    this.product = product;
    this.random = new Random(config.seed());
    this.now = config.clock().instant();
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
    Network network = host.networks().getFirst();
    Datastore datastore = host.datastore();
    VmDefinition definition =
        VmDefinition.of(number, name, datastore.name(), network.name(), product.onHosts(), random);
    VirtualMachine vm =
        register(
            new VirtualMachine(
                state,
                vmRef(number),
                definition,
                new VirtualMachine.Place(host, pool, datastore, network),
                product.api(),
                now.minus(Duration.ofDays(30))));
    folder.add(vm);
    host.add(vm);
    pool.add(vm);
    datastore.add(vm);
    network.add(vm);
    inventory.add(vm);
    addFiles(datastore.files(), vm);
    return vm;
  }

  private void addFiles(FileStore files, VirtualMachine vm) {
    VmDefinition definition = vm.definition();
    Instant created = vm.created();
    files.put(
        definition.vmx().path(),
        new FileContent.Generated(() -> vm.vmxText().getBytes(StandardCharsets.UTF_8), created));
    files.put(
        definition.sibling(".vmdk"),
        new FileContent.Generated(
            () -> definition.diskDescriptor().getBytes(StandardCharsets.UTF_8), created));
  }
}

package dev.vireo.simulator.internal.host;

import dev.vireo.simulator.InventoryShape;
import dev.vireo.simulator.SimulatorConfig;
import dev.vireo.simulator.internal.access.AccessControl;
import dev.vireo.simulator.internal.event.EventLog;
import dev.vireo.simulator.internal.files.UploadSpace;
import dev.vireo.simulator.internal.inventory.Inventory;
import dev.vireo.simulator.internal.inventory.InventoryBuilder;
import dev.vireo.simulator.internal.inventory.PlainInventory;
import dev.vireo.simulator.internal.inventory.Product;
import dev.vireo.simulator.internal.inventory.Search;
import dev.vireo.simulator.internal.inventory.SearchIndex;
import dev.vireo.simulator.internal.inventory.StandaloneInventory;
import dev.vireo.simulator.internal.inventory.VcenterInventory;
import dev.vireo.simulator.internal.object.HostState;
import dev.vireo.simulator.internal.object.ManagedObject;
import dev.vireo.simulator.internal.object.Registry;
import dev.vireo.simulator.internal.task.TaskEngine;
import dev.vireo.simulator.internal.task.TaskList;
import dev.vireo.vim.types.ManagedObjectReference;
import org.jspecify.annotations.Nullable;

/** A simulated host without its ways in: objects, state and tasks, put together. */
public final class SimulatedHost implements AutoCloseable {

  private final SimulatorConfig config;
  private final Product product;
  private final HostState state = new HostState();
  private final Registry registry = new Registry();
  private final InventoryBuilder builder;
  private final Inventory inventory;
  private final Services services;
  private final AccessControl access;
  private final EventLog events;
  private final TaskEngine tasks;
  private final ManagedHosts managedHosts = new ManagedHosts(this);

  /** Makes the host of a configuration. */
  public SimulatedHost(SimulatorConfig config) {
    this.config = config;
    this.product = Product.of(config.preset());
    this.builder = builder();
    this.inventory = state.write(builder::build);
    this.access = state.write(() -> new AccessControl(config, inventory.root()));
    this.services = new Services(product, inventory.root().ref());
    registry.add(new ServiceInstance(services, config.clock()));
    registry.add(new SearchIndex(services.searchIndex()));
    this.events =
        new EventLog(state, services.eventManager(), inventory.root().ref(), config.clock());
    registry.add(events);
    TaskList taskList = new TaskList(state, services.taskManager());
    registry.add(taskList);
    this.tasks =
        new TaskEngine(
            state,
            registry,
            taskList,
            events,
            config.clock(),
            config.taskDuration(),
            product.isVcenter(),
            managedHosts::push);
  }

  private InventoryBuilder builder() {
    InventoryShape shape = config.inventory();
    if (shape != null) {
      return new PlainInventory(state, registry, config, product, shape);
    }
    return product.isVcenter()
        ? new VcenterInventory(state, registry, config, product)
        : new StandaloneInventory(state, registry, config, product);
  }

  /** What shapes the host. */
  public SimulatorConfig config() {
    return config;
  }

  /** The product that it is. */
  public Product product() {
    return product;
  }

  /** Guards everything that changes. */
  public HostState state() {
    return state;
  }

  /** The references of its services. */
  public Services services() {
    return services;
  }

  /** The tree of its entities. */
  public Inventory inventory() {
    return inventory;
  }

  /** Finds entities. */
  public Search search() {
    return new Search(inventory);
  }

  /** Who may do what on it. */
  public AccessControl access() {
    return access;
  }

  /** What happened on it. */
  public EventLog events() {
    return events;
  }

  /** Its tasks. */
  public TaskEngine tasks() {
    return tasks;
  }

  /** Those of its hosts that are simulated hosts of their own. */
  public ManagedHosts managedHosts() {
    return managedHosts;
  }

  /** The space for what clients upload. */
  public UploadSpace uploadSpace() {
    return builder.uploads;
  }

  /** Adds an object that every client sees. */
  public void add(ManagedObject object) {
    registry.add(object);
  }

  /** The object with this reference; null for none. */
  public @Nullable ManagedObject find(ManagedObjectReference ref) {
    return registry.find(ref);
  }

  /** What puts machines into the inventory and takes them out. */
  public Machines machines() {
    return new Machines(this, builder, registry);
  }

  @Override
  public void close() {
    tasks.close();
    builder.uploads.close();
  }
}

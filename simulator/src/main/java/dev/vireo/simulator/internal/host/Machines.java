package dev.vireo.simulator.internal.host;

import dev.vireo.simulator.internal.datastore.Datastore;
import dev.vireo.simulator.internal.datastore.DiskFiles;
import dev.vireo.simulator.internal.definition.FileOrder;
import dev.vireo.simulator.internal.definition.HardwareDevice;
import dev.vireo.simulator.internal.definition.MachineDefinition;
import dev.vireo.simulator.internal.definition.SampleMachine;
import dev.vireo.simulator.internal.definition.Snapshots.Snapshot;
import dev.vireo.simulator.internal.definition.Surroundings;
import dev.vireo.simulator.internal.definition.VmxFile;
import dev.vireo.simulator.internal.files.FileContent;
import dev.vireo.simulator.internal.files.FileStore;
import dev.vireo.simulator.internal.inventory.ComputeResource;
import dev.vireo.simulator.internal.inventory.Datacenter;
import dev.vireo.simulator.internal.inventory.Folder;
import dev.vireo.simulator.internal.inventory.HostSystem;
import dev.vireo.simulator.internal.inventory.InventoryBuilder;
import dev.vireo.simulator.internal.inventory.ResourcePool;
import dev.vireo.simulator.internal.machine.MachineMoves;
import dev.vireo.simulator.internal.machine.MachineService;
import dev.vireo.simulator.internal.machine.MachineSnapshot;
import dev.vireo.simulator.internal.machine.Move;
import dev.vireo.simulator.internal.machine.SnapshotService;
import dev.vireo.simulator.internal.machine.VirtualMachine;
import dev.vireo.simulator.internal.object.Faults;
import dev.vireo.simulator.internal.object.MachineFaults;
import dev.vireo.simulator.internal.object.RaisedFault;
import dev.vireo.simulator.internal.object.Registry;
import dev.vireo.vim.types.VirtualMachineConfigSpec;
import dev.vireo.vmx.DatastorePath;
import dev.vireo.vmx.VmxDocument;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts machines into the inventory and takes them out. All methods under write. */
public final class Machines {

  /** Size in KiB of a disk that a test's VMX file names and nothing says anything else of. */
  private static final long SAMPLE_KIB = 16L << 20;

  /** Size of a file that is copied from another simulated host, but for zeros. */
  private static final int LARGEST_COPY = 64 << 20;

  /**
   * Where a machine is to be.
   *
   * @param folder in the tree
   * @param host the host that runs it
   * @param pool the resource pool
   */
  public record Home(Folder folder, HostSystem host, ResourcePool pool) {}

  private final SimulatedHost host;
  private final InventoryBuilder builder;
  private final Registry registry;

  Machines(SimulatedHost host, InventoryBuilder builder, Registry registry) {
    this.host = host;
    this.builder = builder;
    this.registry = registry;
  }

  private Instant now() {
    return host.config().clock().instant();
  }

  /** On the first host. */
  private Home firstHome() {
    HostSystem first = host.inventory().hosts().iterator().next();
    Datacenter datacenter = first.datacenter();
    if (datacenter == null || !(first.parent() instanceof ComputeResource compute)) {
      throw new IllegalStateException("The first host has no place");
    }
    return new Home(datacenter.vmFolder(), first, compute.pool());
  }

  /** Adds a machine that is off, on the first host. */
  public VirtualMachine add(String name) {
    Home home = firstHome();
    VirtualMachine vm =
        builder.addVm(host.inventory(), home.folder(), home.host(), home.pool(), name);
    host.events().add("VmRegisteredEvent", "", vm, Map.of());
    return vm;
  }

  /**
   * Adds a machine that is off, on the first host, with a VMX file of a test's. The disks that it
   * names are made where they are missing.
   *
   * @throws RaisedFault when there is a machine or file of its name
   */
  public VirtualMachine add(String name, VmxDocument file) {
    Home home = firstHome();
    MachineService.requireFreeName(home.folder(), MachineDefinition.escaped(name));
    String directory = SampleMachine.fileName(name);
    Datastore datastore = home.host().datastores().getFirst();
    DatastorePath vmx = new DatastorePath(datastore.name(), directory + "/" + directory + ".vmx");
    if (datastore.files().get(vmx.path()) != null) {
      throw MachineFaults.fileExists(vmx.toString());
    }
    datastore.files().put(vmx.path(), new FileContent.Stored(file.toBytes(), now()));
    makeDisks(home.host(), VmxFile.read(file, vmx, builder.surroundings(home.host(), vmx)));
    return register(vmx, name, home, "");
  }

  private void makeDisks(HostSystem on, MachineDefinition machine) {
    DiskFiles files = new DiskFiles(path -> on.path(path), on::datastore);
    for (HardwareDevice disk : machine.devices("VirtualDisk")) {
      String path = disk.fileName();
      DatastorePath parsed = path == null ? null : on.path(path);
      boolean ours = parsed != null && on.datastore(parsed.datastore()) != null;
      if (path != null && ours && path.endsWith(".vmdk") && on.disk(path) == null) {
        files.carryOut(
            List.of(
                new FileOrder.Create(
                    path, SAMPLE_KIB, true, "lsilogic", machine.hardwareVersion())),
            now());
      }
    }
  }

  /**
   * Adds a machine whose files are there.
   *
   * @param vmx its VMX file
   * @param name its name as users write it; null for the one in the file
   * @throws RaisedFault when the file is missing, none, or that of a machine that is known
   */
  public VirtualMachine register(DatastorePath vmx, @Nullable String name, Home home, String user) {
    Datastore datastore = home.host().datastore(vmx.datastore());
    FileContent content = datastore == null ? null : datastore.files().get(vmx.path());
    if (content == null) {
      throw Faults.fileNotFound(vmx.toString());
    }
    boolean known =
        host.inventory().vms().stream().anyMatch(vm -> vm.definition().vmx().equals(vmx));
    if (known) {
      throw MachineFaults.alreadyExists(vmx.toString());
    }
    VmxDocument file = VirtualMachine.parse(content);
    Surroundings surroundings = builder.surroundings(home.host(), vmx);
    MachineDefinition read = VmxFile.read(file, vmx, surroundings);
    MachineDefinition machine = name == null ? read : read.with(edit -> edit.name(name));
    MachineService.requireFreeName(home.folder(), machine.escapedName());
    VirtualMachine vm =
        builder.enter(host.inventory(), home.folder(), home.host(), home.pool(), read, now());
    vm.wasReadFrom(file);
    vm.become(machine, now());
    host.events().add("VmRegisteredEvent", user, vm, Map.of());
    return vm;
  }

  /**
   * Adds a machine that is like one of another simulated host, with copies of its files.
   *
   * @throws RaisedFault when there is a machine of its name
   */
  VirtualMachine adopt(VirtualMachine other, Home home) {
    MachineService.requireFreeName(home.folder(), other.name());
    copyFiles(other, home.host());
    VirtualMachine vm =
        builder.enter(
            host.inventory(), home.folder(), home.host(), home.pool(), other.definition(), now());
    vm.writeFile(now());
    follow(vm, other);
    host.events().add("VmRegisteredEvent", "", vm, Map.of());
    return vm;
  }

  private static void copyFiles(VirtualMachine other, HostSystem to) {
    DatastorePath vmx = other.definition().vmx();
    Datastore source = other.datastoreOf(vmx.toString());
    Datastore target = to.datastore(vmx.datastore());
    if (source == null || target == null) {
      throw MachineFaults.invalidPath(vmx.toString());
    }
    for (String path : source.files().all(vmx.directory())) {
      FileContent content = source.files().get(path);
      if (content != null && target.files().get(path) == null) {
        target.files().put(path, copied(content), source.files().allocated(path));
      }
    }
  }

  private static FileContent copied(FileContent content) {
    return content instanceof FileContent.Zeros
        ? content
        : new FileContent.Stored(content.head(LARGEST_COPY), content.modified());
  }

  /** Lets a machine become what its like on another simulated host is. */
  void follow(VirtualMachine vm, VirtualMachine other) {
    if (!vm.definition().equals(other.definition())) {
      vm.become(other.definition(), now());
    }
    if (vm.power() != other.power()) {
      vm.setPower(other.power(), now());
    }
    if (vm.tools() != other.tools()) {
      vm.setTools(other.tools());
    }
  }

  /** Takes a machine out and keeps its files. */
  public void unregister(VirtualMachine vm, String user) {
    host.events().add("VmRemovedEvent", user, vm, Map.of());
    VirtualMachine.Place place = vm.place();
    if (vm.parent() instanceof Folder folder) {
      folder.remove(vm);
    }
    place.host().useMemory(-vm.memoryInUse());
    place.host().autoStart().remove(vm);
    place.host().remove(vm);
    place.pool().remove(vm);
    vm.leaveAll();
    for (Snapshot snapshot : vm.definition().snapshots().all()) {
      registry.remove(new MachineSnapshot(vm, snapshot.id()));
    }
    host.inventory().remove(vm);
    registry.remove(vm);
  }

  /** Takes a machine out and deletes its files. */
  public void destroy(VirtualMachine vm, String user) {
    List<DatastorePath> files = vm.files();
    unregister(vm, user);
    HostSystem on = vm.place().host();
    files.forEach(file -> delete(on, file));
    Datastore home = on.datastore(vm.definition().vmx().datastore());
    if (home != null) {
      home.files().removeEmpty(vm.definition().vmx().directory());
    }
  }

  private static void delete(HostSystem on, DatastorePath path) {
    Datastore datastore = on.datastore(path.datastore());
    FileStore files = datastore == null ? null : datastore.files();
    if (files != null) {
      files.remove(path.path());
    }
  }

  /**
   * Puts a machine on another host.
   *
   * @throws RaisedFault when it cannot be there
   */
  public void place(VirtualMachine vm, String name) {
    HostSystem to =
        host.inventory().hosts().stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("There is no host '" + name + "'"));
    ResourcePool now = vm.place().pool();
    boolean stays = now.owner() != null && now.owner().equals(to.parent());
    ResourcePool pool =
        stays || !(to.parent() instanceof ComputeResource compute) ? now : compute.pool();
    MachineMoves.carryOut(Move.of(vm, to, pool, null), now());
  }

  /**
   * Changes a machine as a spec says.
   *
   * @throws RaisedFault when it cannot be so; nothing has changed then
   */
  public void reconfigure(VirtualMachine vm, VirtualMachineConfigSpec spec, String user) {
    String before = vm.name();
    MachineService.reconfigure(vm, spec, now(), builder::mac);
    if (!vm.name().equals(before)) {
      host.events()
          .add("VmRenamedEvent", user, vm, Map.of("oldName", before, "newName", vm.name()));
    }
    host.events().add("VmReconfiguredEvent", user, vm, Map.of("configSpec", spec));
  }

  /** Reads the file of a machine again. */
  public void reload(VirtualMachine vm) {
    vm.reload(now(), builder::mac);
  }

  /** Draws MAC addresses. */
  public String mac() {
    return builder.mac();
  }

  /**
   * Takes a snapshot.
   *
   * @throws RaisedFault when it cannot be taken
   */
  public MachineSnapshot takeSnapshot(VirtualMachine vm, SnapshotService.Wish wish) {
    MachineSnapshot snapshot = new SnapshotService(vm, now()).take(wish);
    registry.add(snapshot);
    return snapshot;
  }

  /** Changes the snapshots of a machine; those that are gone then are known to nobody any more. */
  public void changeSnapshots(VirtualMachine vm, Consumer<SnapshotService> change) {
    List<Snapshot> before = vm.definition().snapshots().all();
    change.accept(new SnapshotService(vm, now()));
    for (Snapshot each : before) {
      if (vm.definition().snapshots().find(each.id()).isEmpty()) {
        registry.remove(new MachineSnapshot(vm, each.id()));
      }
    }
  }
}

package dev.vireo.simulator.internal.machine;

import dev.vireo.simulator.internal.datastore.Datastore;
import dev.vireo.simulator.internal.definition.HardwareDevice;
import dev.vireo.simulator.internal.definition.MachineDefinition;
import dev.vireo.simulator.internal.files.DiskDescriptorText;
import dev.vireo.simulator.internal.files.FileContent;
import dev.vireo.simulator.internal.files.FileStore;
import dev.vireo.simulator.internal.inventory.Datacenter;
import dev.vireo.simulator.internal.inventory.Folder;
import dev.vireo.simulator.internal.object.MachineFaults;
import dev.vireo.simulator.internal.object.RaisedFault;
import dev.vireo.vmx.DatastorePath;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Moves machines with their files. All methods under write. */
public final class MachineMoves {

  private static final String VMDK = ".vmdk";

  private MachineMoves() {}

  /**
   * Moves a machine.
   *
   * @throws RaisedFault when it cannot be moved; nothing has changed then
   */
  public static void carryOut(Move move, Instant now) {
    VirtualMachine vm = move.vm();
    MoveObjection.requireNone(move);
    Folder folder = folderIn(move);
    Datastore target = move.datastore();
    MachineDefinition next =
        target == null ? vm.definition() : new Files(vm, target).moved(vm.definition());
    if (folder != null) {
      if (vm.parent() instanceof Folder before) {
        before.remove(vm);
      }
      folder.add(vm);
    }
    vm.move(new VirtualMachine.Place(move.host(), move.pool()), next, now);
  }

  /** The folder that a machine comes into when it leaves its datacenter; null for its own. */
  private static @Nullable Folder folderIn(Move move) {
    Datacenter datacenter = move.host().datacenter();
    if (!move.changesDatacenter() || datacenter == null) {
      return null;
    }
    MachineService.requireFreeName(datacenter.vmFolder(), move.vm().name());
    return datacenter.vmFolder();
  }

  /** The files of a machine on their way to a datastore. */
  private static final class Files {

    private final VirtualMachine vm;
    private final Datastore target;
    private final String directory;
    private final Map<DatastorePath, DatastorePath> ways = new LinkedHashMap<>();

    Files(VirtualMachine vm, Datastore target) {
      this.vm = vm;
      this.target = target;
      this.directory = freeDirectory();
    }

    private String freeDirectory() {
      DatastorePath vmx = vm.definition().vmx();
      String own = vmx.directory().isEmpty() ? vm.definition().stem() : vmx.directory();
      if (target.equals(vm.datastoreOf(vmx.toString()))) {
        return own;
      }
      String name = own;
      for (int i = 1; target.files().isDirectory(name); i++) {
        name = own + "_" + i;
      }
      return name;
    }

    /** Moves the files, and gives the machine that they are of then. */
    MachineDefinition moved(MachineDefinition machine) {
      planDirectory(machine.vmx());
      machine.devices("VirtualDisk").forEach(this::planDisk);
      machine.snapshots().all().stream()
          .flatMap(snapshot -> snapshot.state().devices("VirtualDisk").stream())
          .forEach(this::planDisk);
      requireSpace();
      ways.forEach(this::carry);
      Datastore home = vm.datastoreOf(machine.vmx().toString());
      if (home != null && !home.equals(target) && !machine.vmx().directory().isEmpty()) {
        home.files().removeDirectory(machine.vmx().directory());
      }
      return renamed(machine);
    }

    private void planDirectory(DatastorePath vmx) {
      Datastore home = vm.datastoreOf(vmx.toString());
      if (home == null || home.equals(target)) {
        return;
      }
      plan(vmx, vmx.fileName());
      String own = vmx.directory();
      if (!own.isEmpty()) {
        for (String path : home.files().all(own)) {
          plan(new DatastorePath(home.name(), path), path.substring(own.length() + 1));
        }
      }
    }

    private void planDisk(HardwareDevice disk) {
      String name = disk.fileName();
      DatastorePath path = name == null ? null : vm.path(name);
      if (path == null || target.equals(vm.datastoreOf(path.toString()))) {
        return;
      }
      if (!path.path().endsWith(VMDK)) {
        return;
      }
      plan(path, path.fileName());
      DatastorePath extent =
          new DatastorePath(path.datastore(), DiskDescriptorText.extent(path.path()));
      plan(extent, extent.fileName());
    }

    private void plan(DatastorePath from, String name) {
      ways.computeIfAbsent(
          from,
          key -> {
            DatastorePath to = new DatastorePath(target.name(), directory).below(name);
            return ways.containsValue(to) ? to.sibling("1-" + to.fileName()) : to;
          });
    }

    private @Nullable FileStore storeOf(DatastorePath path) {
      Datastore datastore = vm.datastoreOf(path.toString());
      return datastore == null ? null : datastore.files();
    }

    private void requireSpace() {
      long needed = 0;
      for (DatastorePath from : ways.keySet()) {
        FileStore store = storeOf(from);
        needed += store == null ? 0 : store.allocated(from.path());
      }
      if (needed > target.files().free()) {
        throw MachineFaults.noSpace(vm.definition().vmx().toString(), target.name());
      }
    }

    private void carry(DatastorePath from, DatastorePath to) {
      FileStore store = storeOf(from);
      long allocated = store == null ? 0 : store.allocated(from.path());
      FileContent content = store == null ? null : store.release(from.path());
      if (content != null) {
        target.files().put(to.path(), content, allocated);
      }
    }

    private MachineDefinition renamed(MachineDefinition machine) {
      return machine.with(edit -> {
        edit.vmx(ways.getOrDefault(machine.vmx(), machine.vmx()));
        edit.snapshots(machine.snapshots().mapped(this::renamed));
        for (HardwareDevice device : machine.devices()) {
          String name = device.fileName();
          DatastorePath to = name == null ? null : ways.get(vm.path(name));
          if (to != null) {
            edit.put(device.withBacking("fileName", to.toString()));
          }
        }
        return edit;
      });
    }
  }
}

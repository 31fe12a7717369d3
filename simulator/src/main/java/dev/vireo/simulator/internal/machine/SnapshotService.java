package dev.vireo.simulator.internal.machine;

import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.internal.datastore.DiskFiles;
import dev.vireo.simulator.internal.definition.DiskTree;
import dev.vireo.simulator.internal.definition.FileOrder;
import dev.vireo.simulator.internal.definition.HardwareDevice;
import dev.vireo.simulator.internal.definition.MachineDefinition;
import dev.vireo.simulator.internal.definition.Snapshots;
import dev.vireo.simulator.internal.definition.Snapshots.Snapshot;
import dev.vireo.simulator.internal.object.Faults;
import dev.vireo.simulator.internal.object.MachineFaults;
import dev.vireo.simulator.internal.object.RaisedFault;
import dev.vireo.vmx.DatastorePath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Takes snapshots of machines, goes back to them and removes them. All methods under write. */
public final class SnapshotService {

  /** So many snapshots can be on top of each other. */
  public static final int MOST_LEVELS = 32;

  private static final String DISK = "VirtualDisk";

  private final VirtualMachine vm;
  private final Instant now;

  /**
   * @param vm the machine
   * @param now the time of what is done
   */
  public SnapshotService(VirtualMachine vm, Instant now) {
    this.vm = vm;
    this.now = now;
  }

  /**
   * What a new snapshot is to be.
   *
   * @param name its name
   * @param description notes; possibly empty
   * @param memory whether the memory is kept where there is one; that of a suspended machine always
   *     is
   * @param quiesce whether the guest's file systems are quiesced if it runs
   */
  public record Wish(String name, String description, boolean memory, boolean quiesce) {}

  /**
   * Checks that a snapshot can be taken.
   *
   * @throws RaisedFault when it cannot
   */
  public void requireTakeable(Wish wish) {
    if (vm.definition().snapshots().depth() >= MOST_LEVELS) {
      throw MachineFaults.tooManySnapshotLevels();
    }
    boolean runs = vm.power() == PowerState.ON;
    for (HardwareDevice device : vm.definition().devices()) {
      if (isIncompatible(device)) {
        throw MachineFaults.snapshotIncompatible(labelOf(device));
      }
      if (runs && wish.memory() && device.isA(DISK) && isIndependent(device)) {
        throw MachineFaults.memoryWithIndependentDisk();
      }
    }
    if (runs && wish.quiesce() && !vm.toolsRun()) {
      throw MachineFaults.cannotQuiesce();
    }
  }

  private String labelOf(HardwareDevice device) {
    return String.valueOf(DeviceLabels.of(device, vm.definition().devices()).get("label"));
  }

  /** Disks of the host itself, and buses that several machines share. */
  private static boolean isIncompatible(HardwareDevice device) {
    String shared = device.text("sharedBus");
    return "physicalMode".equals(device.backingText("compatibilityMode"))
        || (shared != null && !shared.equals("noSharing"));
  }

  private static boolean isIndependent(HardwareDevice disk) {
    return String.valueOf(disk.backingText("diskMode")).startsWith("independent");
  }

  /** The disks that snapshots concern. */
  private static List<HardwareDevice> disks(MachineDefinition machine) {
    return machine.devices(DISK).stream()
        .filter(disk -> disk.fileName() != null && !isIndependent(disk))
        .toList();
  }

  /**
   * Takes a snapshot.
   *
   * @return the snapshot, to be made known to clients
   * @throws RaisedFault when it cannot be taken; nothing has changed then
   */
  public MachineSnapshot take(Wish wish) {
    requireTakeable(wish);
    MachineDefinition machine = vm.definition();
    Snapshots before = machine.snapshots();
    boolean runs = vm.power() == PowerState.ON;
    Snapshot snapshot =
        new Snapshot(
            before.nextId(),
            wish.name(),
            wish.description(),
            now,
            runs && !wish.memory() ? PowerState.OFF : vm.power(),
            runs && wish.quiesce(),
            machine.with(edit -> edit.snapshots(Snapshots.NONE)),
            List.of());
    SnapshotFiles.requireSpace(vm, snapshot);
    List<FileOrder> orders = new ArrayList<>();
    MachineDefinition branched = branched(machine, orders);
    carryOut(orders);
    SnapshotFiles.write(vm, snapshot, now);
    become(branched.with(edit -> edit.snapshots(before.taken(snapshot))));
    return new MachineSnapshot(vm, snapshot.id());
  }

  /** A machine whose disks are on top of those that it has. */
  private MachineDefinition branched(MachineDefinition machine, List<FileOrder> orders) {
    Set<String> taken = new HashSet<>();
    return machine.with(edit -> {
      for (HardwareDevice disk : disks(machine)) {
        String below = canonical(String.valueOf(disk.fileName()));
        String above = freeName(below, taken);
        taken.add(above);
        orders.add(new FileOrder.Branch(above, below));
        edit.put(disk.withBacking("fileName", above));
      }
      return edit;
    });
  }

  private String canonical(String path) {
    DatastorePath parsed = vm.path(path);
    return parsed == null ? path : parsed.toString();
  }

  /** A name as hosts give it: that of the whole disk and a number that no file has. */
  private String freeName(String disk, Set<String> taken) {
    String stem = disk.replaceFirst("(-\\d{6})?\\.vmdk$", "");
    for (int number = 1; ; number++) {
      String name = String.format("%s-%06d.vmdk", stem, number);
      if (!taken.contains(name) && vm.place().host().disk(name) == null) {
        return name;
      }
    }
  }

  /**
   * Goes back to a snapshot. What the machine is called, and identities that tell machines apart,
   * stay.
   *
   * @param stayOff whether it does not run, whatever the snapshot says
   * @throws RaisedFault when that cannot be done; nothing has changed then
   */
  public void revert(int id, boolean stayOff) {
    MachineDefinition before = vm.definition();
    Snapshot snapshot = require(id);
    DiskTree tree = tree(before);
    List<FileOrder> orders = new ArrayList<>();
    MachineDefinition state =
        branched(snapshot.state(), orders)
            .with(edit ->
                edit.name(before.name())
                    .instanceUuid(before.instanceUuid())
                    .snapshots(before.snapshots().basedOn(id)));
    orders.addAll(tree.pruned(needed(state), this::isOurs, false).orders());
    carryOut(orders);
    PowerState power =
        stayOff && snapshot.power() == PowerState.ON ? PowerState.SUSPENDED : snapshot.power();
    vm.setPower(PowerState.OFF, now);
    become(state);
    vm.setPower(power, now);
  }

  /**
   * Removes a snapshot.
   *
   * @param children whether those on top of it go, too
   * @param merge whether disks are merged that are not needed apart any more
   */
  public void remove(int id, boolean children, boolean merge) {
    require(id);
    Snapshots before = vm.definition().snapshots();
    become(children ? before.withoutTree(id) : before.without(id), merge);
  }

  /**
   * Removes all snapshots.
   *
   * @param merge whether disks are merged that are not needed apart any more
   */
  public void removeAll(boolean merge) {
    become(vm.definition().snapshots().cleared(), merge);
  }

  /** Merges disks that are not needed apart. */
  public void consolidate() {
    become(vm.definition().snapshots(), true);
  }

  /** Whether there are disks that are not needed apart. */
  static boolean needsConsolidation(VirtualMachine vm) {
    MachineDefinition machine = vm.definition();
    SnapshotService service = new SnapshotService(vm, vm.modified());
    boolean onTop =
        disks(machine).stream()
            .anyMatch(disk -> String.valueOf(disk.fileName()).matches(".*-\\d{6}\\.vmdk"));
    return onTop
        && !service
            .tree(machine)
            .pruned(service.needed(machine), service::isOurs, true)
            .orders()
            .isEmpty();
  }

  /** Gives a snapshot another name and other notes. */
  public void rename(int id, String name, String description) {
    require(id);
    become(
        vm.definition()
            .with(edit -> edit.snapshots(edit.snapshots().renamed(id, name, description))));
  }

  private Snapshot require(int id) {
    return vm.definition()
        .snapshots()
        .find(id)
        .orElseThrow(() -> Faults.objectNotFound(VmSnapshots.ref(vm, id)));
  }

  private void become(Snapshots after, boolean merge) {
    MachineDefinition before = vm.definition();
    MachineDefinition less = before.with(edit -> edit.snapshots(after));
    DiskTree.Outcome outcome = tree(before).pruned(needed(less), this::isOurs, merge);
    carryOut(outcome.orders());
    SnapshotFiles.delete(vm, snapshot -> after.find(snapshot.id()).isEmpty());
    become(
        moved(less, outcome)
            .with(edit -> edit.snapshots(after.mapped(state -> moved(state, outcome)))));
  }

  private MachineDefinition moved(MachineDefinition machine, DiskTree.Outcome outcome) {
    return machine.with(edit -> {
      for (HardwareDevice disk : disks(machine)) {
        String file = canonical(String.valueOf(disk.fileName()));
        edit.put(disk.withBacking("fileName", outcome.placeOf(file)));
      }
      return edit;
    });
  }

  private void carryOut(List<FileOrder> orders) {
    new DiskFiles(vm::path, vm.place().host()::datastore).carryOut(orders, now);
  }

  private void become(MachineDefinition next) {
    vm.become(next, now);
    SnapshotFiles.writeList(vm, now);
  }

  /** The disks of a machine and of its snapshots. */
  private DiskTree tree(MachineDefinition machine) {
    return new DiskTree(needed(machine), disk -> DiskChain.of(vm, disk));
  }

  private Set<String> needed(MachineDefinition machine) {
    Set<String> files = new LinkedHashSet<>();
    machine.snapshots().all().forEach(each -> addDisks(each.state(), files));
    addDisks(machine, files);
    return files;
  }

  private void addDisks(MachineDefinition machine, Set<String> files) {
    for (HardwareDevice disk : machine.devices(DISK)) {
      String file = disk.fileName();
      if (file != null) {
        files.add(canonical(file));
      }
    }
  }

  /** What lies elsewhere may be another machine's, which this one's disks are on top of. */
  private boolean isOurs(String disk) {
    DatastorePath path = vm.path(disk);
    DatastorePath vmx = vm.definition().vmx();
    return path != null
        && path.datastore().equals(vmx.datastore())
        && path.directory().equals(vmx.directory());
  }
}

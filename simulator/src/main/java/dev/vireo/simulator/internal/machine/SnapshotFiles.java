package dev.vireo.simulator.internal.machine;

import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.internal.datastore.Datastore;
import dev.vireo.simulator.internal.definition.MachineDefinition;
import dev.vireo.simulator.internal.definition.Snapshots;
import dev.vireo.simulator.internal.definition.Snapshots.Snapshot;
import dev.vireo.simulator.internal.definition.VmxFile;
import dev.vireo.simulator.internal.files.FileContent;
import dev.vireo.simulator.internal.files.VmxText;
import dev.vireo.simulator.internal.object.MachineFaults;
import dev.vireo.simulator.internal.object.RaisedFault;
import dev.vireo.vmx.DatastorePath;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The files of snapshots beside the disks: the list of them ({@code .vmsd}), and for each what the
 * machine was ({@code .vmsn}) and its memory ({@code .vmem}), which old hosts keep in the former.
 */
final class SnapshotFiles {

  private static final int MICROS = 1_000_000;
  private static final int LOW_BITS = 32;

  private SnapshotFiles() {}

  /** The list of all. */
  static DatastorePath list(MachineDefinition machine) {
    return machine.sibling(".vmsd");
  }

  /** What the machine was. */
  static DatastorePath data(MachineDefinition machine, Snapshot snapshot) {
    return machine.sibling("-Snapshot" + snapshot.id() + ".vmsn");
  }

  /** Its memory; null when none was kept, or it is with the data. */
  static @Nullable DatastorePath memory(VirtualMachine vm, Snapshot snapshot) {
    return snapshot.power() != PowerState.OFF && vm.keepsMemoryApart()
        ? vm.definition().sibling("-Snapshot" + snapshot.id() + ".vmem")
        : null;
  }

  /**
   * Checks that there is space for a snapshot.
   *
   * @throws RaisedFault {@code NoDiskSpace} when there is none
   */
  static void requireSpace(VirtualMachine vm, Snapshot snapshot) {
    Datastore home = vm.home();
    if (memoryBytes(snapshot) > home.files().free()) {
      throw MachineFaults.noSpace(data(vm.definition(), snapshot).path(), home.name());
    }
  }

  private static long memoryBytes(Snapshot snapshot) {
    return snapshot.power() == PowerState.OFF ? 0 : (long) snapshot.state().memoryMb() << 20;
  }

  /** Writes the files of a new snapshot. */
  static void write(VirtualMachine vm, Snapshot snapshot, Instant now) {
    String text = VmxFile.text(snapshot.state(), vm.names(), true);
    FileContent content = new FileContent.Stored(text.getBytes(StandardCharsets.UTF_8), now);
    DatastorePath memory = memory(vm, snapshot);
    long inData = memory == null ? memoryBytes(snapshot) : 0;
    vm.home().files().put(data(vm.definition(), snapshot).path(), content, content.size() + inData);
    if (memory != null) {
      vm.home().files().put(memory.path(), new FileContent.Zeros(memoryBytes(snapshot), now));
    }
  }

  /** Writes the list of all snapshots. */
  static void writeList(VirtualMachine vm, Instant now) {
    byte[] text = listText(vm).getBytes(StandardCharsets.UTF_8);
    vm.home().files().put(list(vm.definition()).path(), new FileContent.Stored(text, now));
  }

  /** Deletes the files of some snapshots, while the machine still knows them. */
  static void delete(VirtualMachine vm, Predicate<Snapshot> gone) {
    for (Snapshot each : vm.definition().snapshots().all()) {
      if (gone.test(each)) {
        vm.home().files().remove(data(vm.definition(), each).path());
        DatastorePath memory = memory(vm, each);
        if (memory != null) {
          vm.home().files().remove(memory.path());
        }
      }
    }
  }

  private static String listText(VirtualMachine vm) {
    Snapshots snapshots = vm.definition().snapshots();
    Integer current = snapshots.current();
    VmxText text =
        new VmxText()
            .put("snapshot.lastUID", Integer.toString(snapshots.lastId()))
            .put("snapshot.current", Integer.toString(current == null ? 0 : current));
    List<Snapshot> all = new ArrayList<>(snapshots.all());
    for (int i = 0; i < all.size(); i++) {
      Snapshot each = all.get(i);
      String key = "snapshot" + i + ".";
      text.put(key + "uid", Integer.toString(each.id()))
          .put(key + "filename", data(vm.definition(), each).fileName());
      Integer parent = snapshots.parentOf(each.id());
      if (parent != null) {
        text.put(key + "parent", Integer.toString(parent));
      }
      long micros = each.created().toEpochMilli() * (MICROS / 1000);
      text.put(key + "displayName", each.name())
          .put(key + "description", each.description())
          .put(key + "createTimeHigh", Long.toString(micros >> LOW_BITS))
          .put(key + "createTimeLow", Integer.toString((int) micros));
    }
    return text.put("snapshot.numSnapshots", Integer.toString(all.size())).toString();
  }
}

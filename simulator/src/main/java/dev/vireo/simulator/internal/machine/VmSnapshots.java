package dev.vireo.simulator.internal.machine;

import dev.vireo.simulator.internal.definition.Snapshots;
import dev.vireo.simulator.internal.definition.Snapshots.Snapshot;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.simulator.internal.schema.ObjectBuilder;
import dev.vireo.vim.types.ArrayOf;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.ObjectOf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows the snapshots of a machine. */
final class VmSnapshots {

  private VmSnapshots() {}

  /** The reference of a snapshot. */
  static ManagedObjectReference ref(VirtualMachine vm, int id) {
    return new ManagedObjectReference(
        "VirtualMachineSnapshot", vm.ref().value() + "-snapshot-" + id);
  }

  /** The trees; null when there are none. */
  static @Nullable ObjectOf info(VirtualMachine vm, ApiRelease api) {
    Snapshots snapshots = vm.definition().snapshots();
    if (snapshots.isEmpty()) {
      return null;
    }
    Integer current = snapshots.current();
    return ObjectBuilder.of("VirtualMachineSnapshotInfo", api)
        .put("currentSnapshot", current == null ? null : ref(vm, current))
        .put("rootSnapshotList", trees(vm, snapshots.roots(), api))
        .build();
  }

  /** References of those that were taken on top of none. */
  static ArrayOf roots(VirtualMachine vm) {
    return refs(vm, vm.definition().snapshots().roots());
  }

  /** References of snapshots. */
  static ArrayOf refs(VirtualMachine vm, List<Snapshot> snapshots) {
    return ArrayOf.references(snapshots.stream().map(snapshot -> ref(vm, snapshot.id())).toList());
  }

  private static List<ObjectOf> trees(VirtualMachine vm, List<Snapshot> snapshots, ApiRelease api) {
    return snapshots.stream()
        .map(each ->
            ObjectBuilder.of("VirtualMachineSnapshotTree", api)
                .put("snapshot", ref(vm, each.id()))
                .put("vm", vm.ref())
                .put("name", each.name())
                .put("description", each.description())
                .put("id", each.id())
                .put("createTime", each.created())
                .put("state", VirtualMachine.wirePower(each.power()))
                .put("quiesced", each.quiesced())
                .put("childSnapshotList", trees(vm, each.children(), api))
                .put("replaySupported", false)
                .build())
        .toList();
  }
}

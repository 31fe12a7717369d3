package dev.vireo.simulator.internal.machine;

import dev.vireo.simulator.internal.definition.Snapshots.Snapshot;
import dev.vireo.simulator.internal.object.ManagedObject;
import dev.vireo.simulator.internal.object.PropertyTable;
import dev.vireo.simulator.internal.schema.ApiRelease;
import java.util.List;

/** A snapshot of a machine (VI API {@code VirtualMachineSnapshot}). */
public final class MachineSnapshot extends ManagedObject {

  private static final PropertyTable<MachineSnapshot> PROPERTIES =
      PropertyTable.<MachineSnapshot>of(
              "VirtualMachineSnapshot",
              PropertyTable.<MachineSnapshot>of("ExtensibleManagedObject").build())
          .with(
              "config",
              (snapshot, api) ->
                  snapshot.now().stream()
                      .map(each -> VmConfig.of(snapshot.vm, each.state(), api))
                      .findFirst()
                      .orElse(null))
          .since(
              ApiRelease.V4_1,
              "childSnapshot",
              (snapshot, api) ->
                  VmSnapshots.refs(
                      snapshot.vm,
                      snapshot.now().stream().flatMap(each -> each.children().stream()).toList()))
          .since(ApiRelease.V6_0, "vm", (snapshot, api) -> snapshot.vm.ref())
          .build();

  private final VirtualMachine vm;
  private final int id;

  /**
   * @param vm the machine
   * @param id number of the snapshot within the machine
   */
  public MachineSnapshot(VirtualMachine vm, int id) {
    super(VmSnapshots.ref(vm, id));
    this.vm = vm;
    this.id = id;
  }

  /** The machine. */
  public VirtualMachine vm() {
    return vm;
  }

  /** Its number within the machine. */
  public int id() {
    return id;
  }

  /** The snapshot as it is now; nothing when it is gone. */
  private List<Snapshot> now() {
    return vm.definition().snapshots().all().stream()
        .filter(snapshot -> snapshot.id() == id)
        .toList();
  }

  @Override
  protected PropertyTable<?> table() {
    return PROPERTIES;
  }
}

package dev.vireo.vim.types;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot and those taken on top of it (VI API {@code VirtualMachineSnapshotTree}).
 *
 * @param snapshot the snapshot
 * @param vm the vm
 * @param name the name
 * @param description the description
 * @param id the id; null when the server does not say
 * @param createTime the create time
 * @param state the state
 * @param quiesced the quiesced
 * @param childSnapshotList the child snapshot list
 */
public record VirtualMachineSnapshotTree(
    ManagedObjectReference snapshot,
    ManagedObjectReference vm,
    String name,
    String description,
    @Nullable Integer id,
    Instant createTime,
    VirtualMachinePowerState state,
    boolean quiesced,
    List<VirtualMachineSnapshotTree> childSnapshotList)
    implements DataObject {

  /** Checks that the required components are there and copies the lists. */
  public VirtualMachineSnapshotTree {
    Objects.requireNonNull(snapshot, "snapshot");
    Objects.requireNonNull(vm, "vm");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(createTime, "createTime");
    Objects.requireNonNull(state, "state");
    childSnapshotList = List.copyOf(childSnapshotList);
  }
}

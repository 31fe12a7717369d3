package dev.vireo.vim.types;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The snapshots of a virtual machine (VI API {@code VirtualMachineSnapshotInfo}).
 *
 * @param currentSnapshot the current snapshot; null when the server does not say
 * @param rootSnapshotList the root snapshot list
 */
public record VirtualMachineSnapshotInfo(
    @Nullable ManagedObjectReference currentSnapshot,
    List<VirtualMachineSnapshotTree> rootSnapshotList)
    implements DataObject {

  /** Copies the lists. */
  public VirtualMachineSnapshotInfo {
    rootSnapshotList = List.copyOf(rootSnapshotList);
  }
}

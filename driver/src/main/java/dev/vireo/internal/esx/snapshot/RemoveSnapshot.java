package dev.vireo.internal.esx.snapshot;

import dev.vireo.internal.esx.Attempt;
import dev.vireo.spi.SnapshotHandle;
import dev.vireo.vim.methods.RemoveSnapshot_Task;
import dev.vireo.vim.methods.VimMethod;
import dev.vireo.vim.types.ManagedObjectReference;

/** Removes a snapshot. */
final class RemoveSnapshot extends SnapshotTask {

  private final SnapshotHandle snapshot;
  private final boolean children;

  /**
   * @param children whether those on top of it go, too
   */
  RemoveSnapshot(SnapshotHandle snapshot, boolean children) {
    super("virDomainSnapshotDelete", "delete snapshot", "vm.Snapshot.remove");
    this.snapshot = snapshot;
    this.children = children;
  }

  @Override
  void begin(SnapshotTree before, Attempt attempt) {
    before.require(snapshot);
  }

  @Override
  boolean isResult(SnapshotTree now) {
    return now.find(snapshot.reference()).isEmpty();
  }

  @Override
  public VimMethod<ManagedObjectReference> call(ManagedObjectReference machine) {
    return new RemoveSnapshot_Task(DomainSnapshots.reference(snapshot), children, null);
  }
}

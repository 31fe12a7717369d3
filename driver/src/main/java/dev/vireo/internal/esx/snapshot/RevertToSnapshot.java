package dev.vireo.internal.esx.snapshot;

import dev.vireo.internal.esx.Attempt;
import dev.vireo.spi.SnapshotHandle;
import dev.vireo.vim.methods.RevertToSnapshot_Task;
import dev.vireo.vim.methods.VimMethod;
import dev.vireo.vim.types.ManagedObjectReference;

/** Takes a machine back to a snapshot. */
final class RevertToSnapshot extends SnapshotTask {

  private final SnapshotHandle snapshot;
  private boolean current;

  RevertToSnapshot(SnapshotHandle snapshot) {
    super("virDomainRevertToSnapshot", "revert to snapshot", "vm.Snapshot.revert");
    this.snapshot = snapshot;
  }

  @Override
  void begin(SnapshotTree before, Attempt attempt) {
    current = before.isCurrent(before.require(snapshot));
  }

  /** One that was the current one before does not tell whether the machine went back to it. */
  @Override
  boolean isResult(SnapshotTree now) {
    return !current && now.find(snapshot.reference()).filter(now::isCurrent).isPresent();
  }

  @Override
  public VimMethod<ManagedObjectReference> call(ManagedObjectReference machine) {
    return new RevertToSnapshot_Task(DomainSnapshots.reference(snapshot), null, null);
  }
}

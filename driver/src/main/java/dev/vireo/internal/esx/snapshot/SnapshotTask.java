package dev.vireo.internal.esx.snapshot;

import dev.vireo.internal.esx.Attempt;
import dev.vireo.internal.esx.task.MachineState;
import dev.vireo.internal.esx.task.MachineTask;
import dev.vireo.internal.esx.task.RequiredState;
import java.util.List;

/**
 * An operation on the snapshots of a machine. It begins by what the machine's snapshots are, and
 * tells by them whether it was done. For one run.
 */
abstract class SnapshotTask implements MachineTask {

  private final String function;
  private final String verb;
  private final String descriptionId;

  SnapshotTask(String function, String verb, String descriptionId) {
    this.function = function;
    this.verb = verb;
    this.descriptionId = descriptionId;
  }

  /**
   * Sees the snapshots before anything is done.
   *
   * @throws dev.vireo.LibvirtException when it cannot be done with them
   */
  abstract void begin(SnapshotTree before, Attempt attempt);

  /** Whether the snapshots are as it leaves them, and cannot have been so before. */
  abstract boolean isResult(SnapshotTree now);

  @Override
  public final String function() {
    return function;
  }

  @Override
  public final String verb() {
    return verb;
  }

  @Override
  public final String complaint() {
    return "Could not " + verb;
  }

  @Override
  public final RequiredState required() {
    return RequiredState.ANY;
  }

  @Override
  public final List<String> paths() {
    return List.of(SnapshotTree.PATH);
  }

  @Override
  public final void check(MachineState before, Attempt attempt) {
    begin(SnapshotTree.of(before.properties()), attempt);
  }

  @Override
  public final boolean isResult(MachineState now) {
    return isResult(SnapshotTree.of(now.properties()));
  }

  @Override
  public final boolean isDoneBy(String id) {
    return id.equalsIgnoreCase(descriptionId);
  }
}

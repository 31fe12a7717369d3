package dev.vireo.internal.esx.snapshot;

import dev.vireo.ErrorCode;
import dev.vireo.internal.esx.Attempt;
import dev.vireo.internal.esx.EsxError;
import dev.vireo.internal.esx.InventoryName;
import dev.vireo.vim.methods.CreateSnapshot_Task;
import dev.vireo.vim.methods.VimMethod;
import dev.vireo.vim.types.ManagedObjectReference;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Takes a snapshot. */
final class TakeSnapshot extends SnapshotTask {

  /** So many can be on top of each other on any VMware host. */
  private static final int MOST_LEVELS = 32;

  private final Wish wish;
  private final InstantSource clock;
  private String name = "";

  /**
   * What it is to be.
   *
   * @param name its name; null to have one chosen
   * @param description notes; null for none
   */
  record Wish(
      @Nullable String name, @Nullable String description, boolean memory, boolean quiesce) {}

  TakeSnapshot(Wish wish, InstantSource clock) {
    super("virDomainSnapshotCreateXML", "create snapshot", "VirtualMachine.createSnapshot");
    this.wish = wish;
    this.clock = clock;
  }

  /** The name that it was given. */
  String name() {
    return name;
  }

  @Override
  void begin(SnapshotTree before, Attempt attempt) {
    String wanted = wish.name();
    name = wanted == null ? freeName(before) : wanted;
    if (before.hasName(name)) {
      throw attempt.error(
          ErrorCode.OPERATION_INVALID, "Snapshot '" + name + "' already exists", null);
    }
    int levels = before.current().map(SnapshotTree.Node::level).orElse(0);
    if (levels >= MOST_LEVELS) {
      throw EsxError.builder(
              ErrorCode.OPERATION_INVALID,
              "Could not create snapshot: the domain is on top of "
                  + levels
                  + " snapshots, and VMware hosts can have no more")
          .operation(function())
          .object(attempt.object())
          .hint("delete those that are not needed any more; the domain stays as it is")
          .build();
    }
  }

  /** The time in seconds as libvirt has it, or the next that no other is called. */
  private String freeName(SnapshotTree before) {
    long seconds = clock.instant().getEpochSecond();
    while (before.hasName(Long.toString(seconds))) {
      seconds++;
    }
    return Long.toString(seconds);
  }

  @Override
  boolean isResult(SnapshotTree now) {
    return now.hasName(name);
  }

  @Override
  public VimMethod<ManagedObjectReference> call(ManagedObjectReference machine) {
    return new CreateSnapshot_Task(
        machine, InventoryName.escape(name), wish.description(), wish.memory(), wish.quiesce());
  }
}

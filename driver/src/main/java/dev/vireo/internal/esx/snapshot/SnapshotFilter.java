package dev.vireo.internal.esx.snapshot;

import static dev.vireo.flag.DomainSnapshotListFlag.ACTIVE;
import static dev.vireo.flag.DomainSnapshotListFlag.DESCENDANTS;
import static dev.vireo.flag.DomainSnapshotListFlag.DISK_ONLY;
import static dev.vireo.flag.DomainSnapshotListFlag.EXTERNAL;
import static dev.vireo.flag.DomainSnapshotListFlag.INACTIVE;
import static dev.vireo.flag.DomainSnapshotListFlag.INTERNAL;
import static dev.vireo.flag.DomainSnapshotListFlag.LEAVES;
import static dev.vireo.flag.DomainSnapshotListFlag.METADATA;
import static dev.vireo.flag.DomainSnapshotListFlag.NO_LEAVES;
import static dev.vireo.flag.DomainSnapshotListFlag.NO_METADATA;
import static dev.vireo.flag.DomainSnapshotListFlag.ROOTS;

import dev.vireo.DomainState;
import dev.vireo.flag.DomainSnapshotListFlag;
import dev.vireo.internal.esx.snapshot.SnapshotTree.Node;
import java.util.Set;

/** The filters of a list. Each group that has a flag must have one that the snapshot fits. */
record SnapshotFilter(Set<DomainSnapshotListFlag> flags) {

  /** Whether only those on top of none are wanted, of all of a domain. */
  boolean rootsOnly() {
    return flags.contains(ROOTS);
  }

  /** Whether also those are wanted that are not directly on top of a snapshot. */
  boolean descendants() {
    return flags.contains(DESCENDANTS);
  }

  /** Whether a snapshot passes. */
  boolean admits(Node node) {
    return passes(LEAVES, NO_LEAVES, node.children() == 0)
        && passes(METADATA, NO_METADATA, false)
        && passes(INTERNAL, EXTERNAL, true)
        && admitsState(node.state() == DomainState.SHUTOFF);
  }

  /** A machine that runs may have been left without its memory, which nothing tells later. */
  private boolean admitsState(boolean off) {
    boolean any =
        !flags.contains(ACTIVE) && !flags.contains(INACTIVE) && !flags.contains(DISK_ONLY);
    return any
        || (off ? flags.contains(INACTIVE) || flags.contains(DISK_ONLY) : flags.contains(ACTIVE));
  }

  private boolean passes(DomainSnapshotListFlag yes, DomainSnapshotListFlag no, boolean fact) {
    boolean wantsYes = flags.contains(yes);
    boolean wantsNo = flags.contains(no);
    return wantsYes == wantsNo || (fact ? wantsYes : wantsNo);
  }
}

package dev.vireo.internal.esx.domain;

import static dev.vireo.flag.DomainListFlag.ACTIVE;
import static dev.vireo.flag.DomainListFlag.AUTOSTART;
import static dev.vireo.flag.DomainListFlag.HAS_CHECKPOINT;
import static dev.vireo.flag.DomainListFlag.HAS_SNAPSHOT;
import static dev.vireo.flag.DomainListFlag.INACTIVE;
import static dev.vireo.flag.DomainListFlag.MANAGEDSAVE;
import static dev.vireo.flag.DomainListFlag.NO_AUTOSTART;
import static dev.vireo.flag.DomainListFlag.NO_CHECKPOINT;
import static dev.vireo.flag.DomainListFlag.NO_MANAGEDSAVE;
import static dev.vireo.flag.DomainListFlag.NO_SNAPSHOT;
import static dev.vireo.flag.DomainListFlag.OTHER;
import static dev.vireo.flag.DomainListFlag.PAUSED;
import static dev.vireo.flag.DomainListFlag.PERSISTENT;
import static dev.vireo.flag.DomainListFlag.RUNNING;
import static dev.vireo.flag.DomainListFlag.SHUTOFF;
import static dev.vireo.flag.DomainListFlag.TRANSIENT;

import dev.vireo.DomainState;
import dev.vireo.flag.DomainListFlag;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** The filters of a list. Each group that has a flag must have one that the domain fits. */
public final class DomainFilter {

  private final Set<DomainListFlag> flags;

  public DomainFilter(Set<DomainListFlag> flags) {
    this.flags = flags.isEmpty() ? EnumSet.noneOf(DomainListFlag.class) : EnumSet.copyOf(flags);
  }

  /** Whether no domain of a VMware host can pass, so that nothing needs to be asked. */
  public boolean excludesAll() {
    return !passes(TRANSIENT, PERSISTENT, false)
        || !passes(MANAGEDSAVE, NO_MANAGEDSAVE, false)
        || !passes(HAS_CHECKPOINT, NO_CHECKPOINT, false);
  }

  /** Whether {@link #admits} needs to know about snapshots. */
  public boolean asksForSnapshots() {
    return flags.contains(HAS_SNAPSHOT) || flags.contains(NO_SNAPSHOT);
  }

  /** Whether {@link #admits} needs to know about automatic starts. */
  public boolean asksForAutostart() {
    return flags.contains(AUTOSTART) || flags.contains(NO_AUTOSTART);
  }

  /**
   * Whether a domain passes.
   *
   * @param hasSnapshot asked only with {@link #asksForSnapshots}
   * @param autostart asked only with {@link #asksForAutostart}
   */
  public boolean admits(DomainState state, BooleanSupplier hasSnapshot, BooleanSupplier autostart) {
    return passes(ACTIVE, INACTIVE, state != DomainState.SHUTOFF)
        && admitsState(state)
        && (!asksForSnapshots() || passes(HAS_SNAPSHOT, NO_SNAPSHOT, hasSnapshot.getAsBoolean()))
        && (!asksForAutostart() || passes(AUTOSTART, NO_AUTOSTART, autostart.getAsBoolean()));
  }

  private boolean admitsState(DomainState state) {
    if (!flags.contains(RUNNING)
        && !flags.contains(PAUSED)
        && !flags.contains(SHUTOFF)
        && !flags.contains(OTHER)) {
      return true;
    }
    return switch (state) {
      case RUNNING -> flags.contains(RUNNING);
      case PAUSED -> flags.contains(PAUSED);
      case SHUTOFF -> flags.contains(SHUTOFF);
      case NOSTATE, BLOCKED, SHUTDOWN, CRASHED, PMSUSPENDED -> flags.contains(OTHER);
    };
  }

  private boolean passes(DomainListFlag yes, DomainListFlag no, boolean fact) {
    boolean wantsYes = flags.contains(yes);
    boolean wantsNo = flags.contains(no);
    return wantsYes == wantsNo || (fact ? wantsYes : wantsNo);
  }
}

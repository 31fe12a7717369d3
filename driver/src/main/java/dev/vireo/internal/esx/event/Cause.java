package dev.vireo.internal.esx.event;

import dev.vireo.DomainState;
import dev.vireo.event.LifecycleDetail;

/** Why the power of a machine changes, as far as the host told before it did. */
enum Cause {
  /** Nobody said. */
  UNKNOWN,
  /** Somebody powers it off. */
  HOST,
  /** Its guest shuts down. */
  GUEST,
  /** It goes back to a snapshot. */
  SNAPSHOT,
  /** It moves from host to host. */
  MIGRATION;

  /**
   * What libvirt calls a change of power.
   *
   * @param from the state before
   * @param to another state, running, paused or shut off
   */
  LifecycleDetail detail(DomainState from, DomainState to) {
    return switch (to) {
      case RUNNING -> from == DomainState.PAUSED ? resumed() : started();
      case PAUSED ->
          this == SNAPSHOT
              ? LifecycleDetail.SUSPENDED_FROM_SNAPSHOT
              : LifecycleDetail.SUSPENDED_PAUSED;
      default -> stopped(from);
    };
  }

  private LifecycleDetail resumed() {
    return this == SNAPSHOT
        ? LifecycleDetail.RESUMED_FROM_SNAPSHOT
        : LifecycleDetail.RESUMED_UNPAUSED;
  }

  private LifecycleDetail started() {
    return switch (this) {
      case SNAPSHOT -> LifecycleDetail.STARTED_FROM_SNAPSHOT;
      case MIGRATION -> LifecycleDetail.STARTED_MIGRATED;
      case UNKNOWN, HOST, GUEST -> LifecycleDetail.STARTED_BOOTED;
    };
  }

  /** A guest that shuts down by itself is not announced; one that is suspended cannot. */
  private LifecycleDetail stopped(DomainState from) {
    return switch (this) {
      case HOST -> LifecycleDetail.STOPPED_DESTROYED;
      case SNAPSHOT -> LifecycleDetail.STOPPED_FROM_SNAPSHOT;
      case MIGRATION -> LifecycleDetail.STOPPED_MIGRATED;
      case UNKNOWN, GUEST ->
          from == DomainState.PAUSED
              ? LifecycleDetail.STOPPED_DESTROYED
              : LifecycleDetail.STOPPED_SHUTDOWN;
    };
  }
}

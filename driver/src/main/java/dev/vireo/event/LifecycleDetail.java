package dev.vireo.event;

/**
 * How and why a domain came where it is, with libvirt's numbers, which begin anew for each type
 * ({@code virDomainEventStartedDetailType} and its like). Those are left out that no VMware host
 * can have.
 */
public enum LifecycleDetail {
  /** It is new. */
  DEFINED_ADDED(LifecycleType.DEFINED, 0, "Added"),
  /** Its configuration was changed. */
  DEFINED_UPDATED(LifecycleType.DEFINED, 1, "Updated"),
  /** It has another name, which is the one of the event's domain. */
  DEFINED_RENAMED(LifecycleType.DEFINED, 2, "Renamed"),
  /** Its configuration is that of a snapshot. */
  DEFINED_FROM_SNAPSHOT(LifecycleType.DEFINED, 3, "Snapshot"),
  /** It was taken out. */
  UNDEFINED_REMOVED(LifecycleType.UNDEFINED, 0, "Removed"),
  /** It has another name; the event's domain has the old one. */
  UNDEFINED_RENAMED(LifecycleType.UNDEFINED, 1, "Renamed"),
  /** It booted. */
  STARTED_BOOTED(LifecycleType.STARTED, 0, "Booted"),
  /** It came from another host. */
  STARTED_MIGRATED(LifecycleType.STARTED, 1, "Migrated"),
  /** It came back from a snapshot. */
  STARTED_FROM_SNAPSHOT(LifecycleType.STARTED, 3, "Snapshot"),
  /** Somebody suspended it, or its guest did. */
  SUSPENDED_PAUSED(LifecycleType.SUSPENDED, 0, "Paused"),
  /** It is as it was in a snapshot. */
  SUSPENDED_FROM_SNAPSHOT(LifecycleType.SUSPENDED, 5, "Snapshot"),
  /** Somebody resumed it. */
  RESUMED_UNPAUSED(LifecycleType.RESUMED, 0, "Unpaused"),
  /** It came back from a snapshot. */
  RESUMED_FROM_SNAPSHOT(LifecycleType.RESUMED, 2, "Snapshot"),
  /** Its guest shut down. */
  STOPPED_SHUTDOWN(LifecycleType.STOPPED, 0, "Shutdown"),
  /** Somebody powered it off. */
  STOPPED_DESTROYED(LifecycleType.STOPPED, 1, "Destroyed"),
  /** It went to another host. */
  STOPPED_MIGRATED(LifecycleType.STOPPED, 3, "Migrated"),
  /** It is as it was in a snapshot. */
  STOPPED_FROM_SNAPSHOT(LifecycleType.STOPPED, 6, "Snapshot"),
  /** The operating system of its guest stopped itself. */
  CRASHED_PANICKED(LifecycleType.CRASHED, 0, "Panicked");

  private final LifecycleType type;
  private final int number;
  private final String text;

  LifecycleDetail(LifecycleType type, int number, String text) {
    this.type = type;
    this.number = number;
    this.text = text;
  }

  /** What happened. */
  public LifecycleType type() {
    return type;
  }

  /** libvirt's number, among those of the type. */
  public int number() {
    return number;
  }

  /** virsh's words. */
  public String text() {
    return text;
  }
}

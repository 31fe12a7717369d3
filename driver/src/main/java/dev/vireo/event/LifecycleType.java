package dev.vireo.event;

/** What can happen to a domain in its life, with libvirt's numbers ({@code virDomainEventType}). */
public enum LifecycleType {
  /** It is there, or is called or made otherwise than before. */
  DEFINED(0, "Defined"),
  /** It is not there any more, or not by this name. */
  UNDEFINED(1, "Undefined"),
  /** It runs, after it did not. */
  STARTED(2, "Started"),
  /** It stands still. */
  SUSPENDED(3, "Suspended"),
  /** It goes on. */
  RESUMED(4, "Resumed"),
  /** It does not run any more. */
  STOPPED(5, "Stopped"),
  /** Its guest has shut down; never told by VMware hosts, which power it off as well. */
  SHUTDOWN(6, "Shutdown"),
  /** Its guest put itself to sleep; never told by VMware hosts, which suspend the domain then. */
  PMSUSPENDED(7, "PMSuspended"),
  /** Its guest crashed. */
  CRASHED(8, "Crashed");

  private final int number;
  private final String text;

  LifecycleType(int number, String text) {
    this.number = number;
    this.text = text;
  }

  /** libvirt's number. */
  public int number() {
    return number;
  }

  /** virsh's word. */
  public String text() {
    return text;
  }
}

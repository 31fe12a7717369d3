package dev.vireo;

import java.util.Locale;

/** State of a domain, with libvirt's numbers ({@code virDomainState}). */
public enum DomainState {
  /** The host reports a state that libvirt does not know. */
  NOSTATE(0, "no state"),
  /** The guest runs. */
  RUNNING(1, "running"),
  /** The guest waits for a resource; never seen on VMware hosts. */
  BLOCKED(2, "idle"),
  /** Suspended: VMware keeps the memory of the guest in a file. */
  PAUSED(3, "paused"),
  /** The guest shuts down; never seen on VMware hosts. */
  SHUTDOWN(4, "in shutdown"),
  /** Powered off. */
  SHUTOFF(5, "shut off"),
  /** The guest crashed; never seen on VMware hosts. */
  CRASHED(6, "crashed"),
  /** The guest suspended itself; never seen on VMware hosts. */
  PMSUSPENDED(7, "pmsuspended");

  private final int number;
  private final String text;

  DomainState(int number, String text) {
    this.number = number;
    this.text = text;
  }

  /** libvirt's number of this state. */
  public int number() {
    return number;
  }

  /** The state in the words of {@code virsh list}. */
  public String text() {
    return text;
  }

  /** The same as libvirt writes the state of a snapshot, such as {@code shutoff}. */
  public String snapshotText() {
    return name().toLowerCase(Locale.ROOT);
  }
}

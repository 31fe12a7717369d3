package dev.vireo.event;

/** Why a connection ended, with libvirt's numbers ({@code virConnectCloseReason}). */
public enum CloseReason {
  /** The host does not answer as it should, or not at all. */
  ERROR(0),
  /** The host ended it. */
  EOF(1),
  /** The host did not answer in time. */
  KEEPALIVE(2),
  /** It was closed at this end. */
  CLIENT(3);

  private final int number;

  CloseReason(int number) {
    this.number = number;
  }

  /** libvirt's number. */
  public int number() {
    return number;
  }
}

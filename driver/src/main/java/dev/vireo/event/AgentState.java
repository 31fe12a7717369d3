package dev.vireo.event;

/**
 * Whether the agent in a guest, VMware Tools, can be reached, with libvirt's numbers ({@code
 * virConnectDomainEventAgentLifecycleState}).
 */
public enum AgentState {
  /** It runs. */
  CONNECTED(1, "connected"),
  /** It does not run. */
  DISCONNECTED(2, "disconnected");

  private final int number;
  private final String text;

  AgentState(int number, String text) {
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

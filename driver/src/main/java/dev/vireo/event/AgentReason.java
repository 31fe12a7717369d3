package dev.vireo.event;

/**
 * Why the agent in a guest came or went, with libvirt's numbers ({@code
 * virConnectDomainEventAgentLifecycleReason}).
 */
public enum AgentReason {
  /** Nobody knows. */
  UNKNOWN(0, "unknown"),
  /** The domain started; never told by VMware hosts, where Tools start later. */
  DOMAIN_STARTED(1, "domain started"),
  /** The agent began to speak, or fell silent. */
  CHANNEL(2, "channel event");

  private final int number;
  private final String text;

  AgentReason(int number, String text) {
    this.number = number;
    this.text = text;
  }

  /** libvirt's number. */
  public int number() {
    return number;
  }

  /** virsh's words. */
  public String text() {
    return text;
  }
}

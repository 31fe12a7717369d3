package dev.vireo.cli.grammar;

/** The headings under which {@code help} lists commands, in the order in which it lists them. */
public enum CommandGroup {
  DOMAIN("Domain Management", "domain"),
  MONITOR("Domain Monitoring", "monitor"),
  HOST("Host and Hypervisor", "host"),
  SNAPSHOT("Snapshot", "snapshot"),
  VMX("VMX Files", "vmx"),
  NEST("Nested ESXi Hosts", "nest"),
  VIREO("Vireo itself", "vireo");

  private final String title;
  private final String keyword;

  CommandGroup(String title, String keyword) {
    this.title = title;
    this.keyword = keyword;
  }

  /** The heading. */
  public String title() {
    return title;
  }

  /** The word after {@code help} that asks for this group alone. */
  public String keyword() {
    return keyword;
  }

  /**
   * Whether {@code help name} means this group; {@code virsh} stands for the commands of the shell
   * itself, so that an old habit finds them.
   */
  public boolean answersTo(String name) {
    return name.equals(keyword) || name.equals(title) || (this == VIREO && name.equals("virsh"));
  }
}

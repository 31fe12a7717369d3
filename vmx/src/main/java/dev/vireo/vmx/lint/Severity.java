package dev.vireo.vmx.lint;

/** How bad a finding is; the worst comes first. */
public enum Severity {
  /** VMware or libvirt refuses the machine, or a part of it is lost. */
  ERROR,
  /** Something is probably not what was meant, or not all programs read it. */
  WARNING,
  /** Worth knowing. */
  INFO
}

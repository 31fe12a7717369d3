package dev.vireo.vmx.lint;

/**
 * How bad a finding is; the worst comes first. A machine that VMware wrote and runs has none that
 * is worse than {@link #INFO}.
 */
public enum Severity {
  /** VMware refuses the machine, or a part of it is lost. */
  ERROR,
  /** VMware ignores something, or takes it otherwise than was probably meant. */
  WARNING,
  /** Worth knowing, such as what libvirt cannot read. */
  INFO
}

package dev.vireo.vmx.lint;

import dev.vireo.vmx.VmxEntry;

/** The configuration can be read. */
final class EncryptionRule implements Rule {

  @Override
  public String name() {
    return "encryption";
  }

  @Override
  public void check(Machine machine, Report report) {
    VmxEntry entry = machine.encryption();
    if (entry != null) {
      report.warning(entry, "the machine is encrypted, and what is in this value is not checked");
    }
  }
}

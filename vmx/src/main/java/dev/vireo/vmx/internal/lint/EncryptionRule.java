package dev.vireo.vmx.internal.lint;

import dev.vireo.vmx.VmxEntry;
import dev.vireo.vmx.lint.LintRule;
import dev.vireo.vmx.lint.Severity;

/** The configuration can be read. */
public final class EncryptionRule implements Rule {
  private static final LintRule ABOUT =
      new LintRule(
          "encryption", Severity.INFO, "the configuration can be read, for it is not encrypted");

  @Override
  public LintRule about() {
    return ABOUT;
  }

  @Override
  public void check(Machine machine, Report report) {
    VmxEntry entry = machine.encryption();
    if (entry != null) {
      report.info(entry, "the machine is encrypted, and what is in this value is not checked");
    }
  }
}

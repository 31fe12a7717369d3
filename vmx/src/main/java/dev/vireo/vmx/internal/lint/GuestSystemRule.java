package dev.vireo.vmx.internal.lint;

import dev.vireo.vmx.VmxEntry;
import dev.vireo.vmx.lint.LintRule;
import dev.vireo.vmx.lint.Severity;

/** The guest's operating system is said, by a name that VMware knows. */
public final class GuestSystemRule implements Rule {
  private static final LintRule ABOUT =
      new LintRule(
          "guest-os", Severity.WARNING, "guestOS is there, and a name of VMware's for a system");

  @Override
  public LintRule about() {
    return ABOUT;
  }

  @Override
  public void check(Machine machine, Report report) {
    VmxEntry entry = machine.entry("guestos");
    if (entry == null) {
      report.missing(
          Severity.WARNING,
          "guestOS",
          "the guest's system is missing, such as guestOS = \"other-64\"");
    } else if (!GuestSystems.isKnown(entry.value())) {
      report.warning(
          entry,
          "'"
              + entry.value()
              + "' is no system that VMware knows; the nearest one is '"
              + GuestSystems.nearest(entry.value())
              + "'");
    }
  }
}

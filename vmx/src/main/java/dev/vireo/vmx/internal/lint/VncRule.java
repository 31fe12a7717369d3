package dev.vireo.vmx.internal.lint;

import dev.vireo.vmx.VmxEntry;
import dev.vireo.vmx.lint.LintRule;
import dev.vireo.vmx.lint.Severity;
import java.util.OptionalLong;

/** The remote display has a port that ESX opens, and is not open to everybody. */
public final class VncRule implements Rule {
  private static final LintRule ABOUT =
      new LintRule(
          "vnc", Severity.ERROR, "the port of the remote display is one that can be reached");
  private static final int FIRST = 5900;
  private static final int LAST = 5964;
  private static final int HIGHEST = 65535;

  @Override
  public LintRule about() {
    return ABOUT;
  }

  @Override
  public void check(Machine machine, Report report) {
    VmxEntry enabled = machine.entry("remotedisplay.vnc.enabled");
    if (enabled == null || !machine.isTrue("remotedisplay.vnc.enabled")) {
      return;
    }
    if (machine.value("remotedisplay.vnc.password").isEmpty()) {
      report.info(enabled, "the remote display has no password in this file");
    }
    VmxEntry entry = machine.entry("remotedisplay.vnc.port");
    OptionalLong port = machine.integer("remotedisplay.vnc.port");
    if (entry == null || port.isEmpty()) {
      return;
    }
    if (port.getAsLong() < 1 || port.getAsLong() > HIGHEST) {
      report.error(entry, "a port is a number from 1 to " + HIGHEST);
    } else if (port.getAsLong() < FIRST || port.getAsLong() > LAST) {
      report.info(entry, "the firewall of ESX opens the ports " + FIRST + " to " + LAST + " only");
    }
  }
}

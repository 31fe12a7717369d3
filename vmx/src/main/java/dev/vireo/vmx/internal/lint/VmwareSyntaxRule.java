package dev.vireo.vmx.internal.lint;

import dev.vireo.vmx.lint.LintRule;
import dev.vireo.vmx.lint.Severity;

/** VMware's own reader takes each entry as it is taken here: see {@link VmwareLine}. */
public final class VmwareSyntaxRule implements Rule {
  private static final LintRule ABOUT =
      new LintRule(
          "vmware-syntax",
          Severity.ERROR,
          "lines are ones that VMware reads: key = \"value\", then a comment at most");

  @Override
  public LintRule about() {
    return ABOUT;
  }

  @Override
  public void check(Machine machine, Report report) {
    machine.firstOfLines((entry, line) -> {
      VmwareLine read = VmwareLine.of(line);
      if (read.value() == null) {
        report.error(entry, "VMware refuses the file, for " + VmwareLine.whyRefused(line));
      } else if (!read.isQuoted() && read.value().startsWith("'")) {
        report.warning(
            entry, "VMware takes single quotation marks for a part of the value; use double ones");
      }
    });
  }
}

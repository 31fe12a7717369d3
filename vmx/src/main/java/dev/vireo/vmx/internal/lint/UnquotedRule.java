package dev.vireo.vmx.internal.lint;

import dev.vireo.vmx.lint.LintRule;
import dev.vireo.vmx.lint.Severity;

/** libvirt's reader wants quotation marks around all values. */
public final class UnquotedRule implements Rule {
  private static final LintRule ABOUT =
      new LintRule(
          "unquoted",
          Severity.INFO,
          "values are in quotation marks; libvirt refuses files with others");

  @Override
  public LintRule about() {
    return ABOUT;
  }

  @Override
  public void check(Machine machine, Report report) {
    machine.firstOfLines((entry, line) -> {
      VmwareLine read = VmwareLine.of(line);
      if (read.value() != null && !read.isQuoted() && !read.value().startsWith("'")) {
        report.info(
            entry, "the value has no quotation marks, with which alone libvirt reads the file");
      }
    });
  }
}

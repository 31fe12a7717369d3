package dev.vireo.vmx.internal.lint;

import dev.vireo.vmx.VmxEntry;
import dev.vireo.vmx.lint.Finding;
import dev.vireo.vmx.lint.Severity;
import java.util.List;
import java.util.Set;

/** Takes the findings of one rule. */
public final class Report {
  private final String rule;
  private final List<Finding> findings;

  public Report(String rule, List<Finding> findings) {
    this.rule = rule;
    this.findings = findings;
  }

  void error(VmxEntry entry, String text) {
    add(Severity.ERROR, entry, text);
  }

  void warning(VmxEntry entry, String text) {
    add(Severity.WARNING, entry, text);
  }

  void info(VmxEntry entry, String text) {
    add(Severity.INFO, entry, text);
  }

  void add(Severity severity, VmxEntry entry, String text) {
    findings.add(new Finding(entry.line(), severity, entry.key(), text, rule));
  }

  void add(Finding finding) {
    findings.add(finding);
  }

  /** Whether others than some rules have something about a line, or about a missing key. */
  boolean isAbout(int line, String key, Set<String> without) {
    return findings.stream()
        .filter(finding -> !without.contains(finding.rule()))
        .anyMatch(
            finding -> line > 0 ? finding.line() == line : finding.key().equalsIgnoreCase(key));
  }

  void missing(Severity severity, String key, String text) {
    findings.add(new Finding(0, severity, key, text, rule));
  }
}

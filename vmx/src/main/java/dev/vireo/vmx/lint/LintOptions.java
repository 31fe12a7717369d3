package dev.vireo.vmx.lint;

import java.util.Set;

/**
 * What to look for.
 *
 * @param least findings that are less severe are left out
 * @param without the names of the rules to leave out, of {@link VmxLint#rules()}
 */
public record LintOptions(Severity least, Set<String> without) {

  /**
   * Copies the set.
   *
   * @throws IllegalArgumentException if there is no rule of one of the names
   */
  public LintOptions {
    without = Set.copyOf(without);
    for (String rule : without) {
      if (!VmxLint.rules().contains(rule)) {
        throw new IllegalArgumentException("there is no rule '" + rule + "'");
      }
    }
  }

  /** All rules and all findings. */
  public static LintOptions all() {
    return new LintOptions(Severity.INFO, Set.of());
  }

  boolean wants(Finding finding) {
    return finding.severity().compareTo(least) <= 0 && !without.contains(finding.rule());
  }
}

package dev.vireo.vmx.internal.lint;

import dev.vireo.vmx.lint.LintRule;

/** One kind of thing that can be wrong. Rules have no state. */
public interface Rule {

  /** What the rule is about. */
  LintRule about();

  void check(Machine machine, Report report);
}

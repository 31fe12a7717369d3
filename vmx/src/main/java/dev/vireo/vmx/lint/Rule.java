package dev.vireo.vmx.lint;

/** One kind of thing that can be wrong. Rules have no state. */
interface Rule {

  /** What the rule is about. */
  LintRule about();

  void check(Machine machine, Report report);
}

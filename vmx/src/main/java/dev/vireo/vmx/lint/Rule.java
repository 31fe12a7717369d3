package dev.vireo.vmx.lint;

/** One kind of thing that can be wrong. Rules have no state. */
interface Rule {

  /** The name by which the rule can be left out. */
  String name();

  void check(Machine machine, Report report);
}

package dev.vireo.vmx.lint;

/**
 * A kind of thing that can be wrong.
 *
 * @param name by which findings name it and it can be left out
 * @param worst the worst that it finds
 * @param description what it wants, one line without a full stop
 */
public record LintRule(String name, Severity worst, String description) {}

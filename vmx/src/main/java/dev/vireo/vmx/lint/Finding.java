package dev.vireo.vmx.lint;

/**
 * One thing that a rule found.
 *
 * @param line where, from 1; 0 if it is about something that is not in the file
 * @param severity how bad it is
 * @param key as the file spells it; the one that is missing if the line is 0; empty if the file
 *     cannot be read
 * @param text one clear sentence without a full stop; never a secret value, see {@link
 *     dev.vireo.vmx.VmxSecrets}
 * @param rule the name of the rule, one of {@link VmxLint#rules()}
 */
public record Finding(int line, Severity severity, String key, String text, String rule) {}

package dev.vireo.vmx;

/**
 * An entry of a configuration file.
 *
 * @param key as the file spells it; keys are the same whatever their case
 * @param value without its quotes, and still escaped (see {@link VmxEscapes})
 * @param line of the key, from 1
 */
public record VmxEntry(String key, String value, int line) {

  /** The key in the form in which the same keys are equal: its ASCII letters in lower case. */
  public String foldedKey() {
    return VmxKeys.fold(key);
  }

  /** The entry for a message; a secret value is left out. */
  @Override
  public String toString() {
    return "line " + line + ": " + key + " = " + VmxSecrets.shown(key, value);
  }
}

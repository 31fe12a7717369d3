package dev.vireo.vmx;

import java.util.Optional;

/**
 * What is to happen to a key.
 *
 * @param key as the caller spells it
 * @param value the new value; empty if the key is to go
 * @param removes whether the entries there are go first, so that a new one follows the last entry
 */
record VmxChange(String key, Optional<String> value, boolean removes) {}

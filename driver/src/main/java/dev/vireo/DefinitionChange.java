package dev.vireo;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a new definition changes in a domain's configuration file.
 *
 * @param key the key in the file, such as {@code memsize}
 * @param before its value as the file has it; null for none. The value of a secret is hidden
 * @param after the value that it gets; null when it goes
 * @param waits whether it cannot be changed while the domain runs, so that it stays as it is until
 *     the domain is powered off and defined again
 */
public record DefinitionChange(
    String key, @Nullable String before, @Nullable String after, boolean waits) {

  /** Checks that there is a key. */
  public DefinitionChange {
    Objects.requireNonNull(key);
  }

  /** As one line, such as {@code memsize: 1024 -> 2048}. */
  @Override
  public String toString() {
    return key
        + ": "
        + (before == null ? "(none)" : before)
        + " -> "
        + (after == null ? "(none)" : after);
  }
}

package dev.vireo.vim.types;

import java.util.Objects;

/**
 * A named value (VI API {@code KeyAnyValue}).
 *
 * @param key the key
 * @param value the value
 */
public record KeyAnyValue(String key, Object value) implements DataObject {

  /** Checks that the required components are there. */
  public KeyAnyValue {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(value, "value");
  }
}

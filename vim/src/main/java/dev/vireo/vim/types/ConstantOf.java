package dev.vireo.vim.types;

import java.util.Objects;

/**
 * A value of an enumeration that this library has no record for, to be sent.
 *
 * @param typeName VI name of the enumeration, such as {@code DrsBehavior}
 * @param value the value as it stands on the wire
 */
public record ConstantOf(String typeName, String value) {

  /** Checks that the components are there. */
  public ConstantOf {
    Objects.requireNonNull(typeName, "typeName");
    Objects.requireNonNull(value, "value");
  }
}

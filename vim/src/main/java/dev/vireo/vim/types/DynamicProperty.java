package dev.vireo.vim.types;

import java.util.Objects;

/**
 * A property by its path (VI API {@code DynamicProperty}).
 *
 * @param name path of the property
 * @param val its value
 */
public record DynamicProperty(String name, Object val) implements DataObject {

  /** Checks that the required components are there. */
  public DynamicProperty {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(val, "val");
  }
}

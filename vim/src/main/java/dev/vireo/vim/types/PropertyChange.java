package dev.vireo.vim.types;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What changed in one property (VI API {@code PropertyChange}).
 *
 * @param name path of the property
 * @param op what happened
 * @param val the new value; null when the server does not say
 */
public record PropertyChange(String name, PropertyChangeOp op, @Nullable Object val)
    implements DataObject {

  /** Checks that the required components are there. */
  public PropertyChange {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(op, "op");
  }
}

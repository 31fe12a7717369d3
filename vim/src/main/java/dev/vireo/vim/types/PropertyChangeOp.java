package dev.vireo.vim.types;

import java.util.Objects;

/**
 * What happened to a property (VI API {@code PropertyChangeOp}).
 *
 * @param value the value on the wire
 */
public record PropertyChangeOp(String value) implements WireEnum {

  /** An element was added. */
  public static final PropertyChangeOp ADD = new PropertyChangeOp("add");

  /** The property was removed. */
  public static final PropertyChangeOp REMOVE = new PropertyChangeOp("remove");

  /** The property has a new value. */
  public static final PropertyChangeOp ASSIGN = new PropertyChangeOp("assign");

  /** An object on the way to the property was removed. */
  public static final PropertyChangeOp INDIRECT_REMOVE = new PropertyChangeOp("indirectRemove");

  /** Checks that there is a value. */
  public PropertyChangeOp {
    Objects.requireNonNull(value, "value");
  }

  /** The value on the wire. */
  @Override
  public String toString() {
    return value;
  }
}

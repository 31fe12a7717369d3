package dev.vireo.vim.types;

import java.util.Objects;

/**
 * What happened to an object of a filter (VI API {@code ObjectUpdateKind}).
 *
 * @param value the value on the wire
 */
public record ObjectUpdateKind(String value) implements WireEnum {

  /** The object came into the filter. */
  public static final ObjectUpdateKind ENTER = new ObjectUpdateKind("enter");

  /** A property changed. */
  public static final ObjectUpdateKind MODIFY = new ObjectUpdateKind("modify");

  /** The object left the filter. */
  public static final ObjectUpdateKind LEAVE = new ObjectUpdateKind("leave");

  /** Checks that there is a value. */
  public ObjectUpdateKind {
    Objects.requireNonNull(value, "value");
  }

  /** The value on the wire. */
  @Override
  public String toString() {
    return value;
  }
}

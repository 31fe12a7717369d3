package dev.vireo.vim.types;

import java.util.Objects;

/**
 * A predefined share of a resource (VI API {@code SharesLevel}).
 *
 * @param value the value on the wire
 */
public record SharesLevel(String value) implements WireEnum {

  /** Half of normal. */
  public static final SharesLevel LOW = new SharesLevel("low");

  /** The default. */
  public static final SharesLevel NORMAL = new SharesLevel("normal");

  /** Twice normal. */
  public static final SharesLevel HIGH = new SharesLevel("high");

  /** The number of shares counts. */
  public static final SharesLevel CUSTOM = new SharesLevel("custom");

  /** Checks that there is a value. */
  public SharesLevel {
    Objects.requireNonNull(value, "value");
  }

  /** The value on the wire. */
  @Override
  public String toString() {
    return value;
  }
}

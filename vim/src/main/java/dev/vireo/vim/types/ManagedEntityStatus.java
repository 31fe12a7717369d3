package dev.vireo.vim.types;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The health of an object (VI API {@code ManagedEntityStatus}).
 *
 * @param value the value on the wire
 */
public record ManagedEntityStatus(String value) implements WireEnum {

  /** Unknown. */
  public static final ManagedEntityStatus GRAY = new ManagedEntityStatus("gray");

  /** Well. */
  public static final ManagedEntityStatus GREEN = new ManagedEntityStatus("green");

  /** Might have a problem. */
  public static final ManagedEntityStatus YELLOW = new ManagedEntityStatus("yellow");

  /** Has a problem. */
  public static final ManagedEntityStatus RED = new ManagedEntityStatus("red");

  /** Checks that there is a value. */
  public ManagedEntityStatus {
    Objects.requireNonNull(value, "value");
  }

  /** Written out for the reason that {@link VirtualMachinePowerState#equals} gives. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ManagedEntityStatus status && status.value.equals(value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** The value on the wire. */
  @Override
  public String toString() {
    return value;
  }
}

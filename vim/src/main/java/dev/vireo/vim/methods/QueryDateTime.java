package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import java.time.Instant;
import java.util.Objects;

/**
 * Reads the clock of a host (VI API {@code QueryDateTime}).
 *
 * @param self the object to call
 */
public record QueryDateTime(ManagedObjectReference self) implements VimMethod<Instant> {

  /** Checks that the required components are there. */
  public QueryDateTime {
    Objects.requireNonNull(self, "self");
  }

  @Override
  public boolean repeatable() {
    return true;
  }
}

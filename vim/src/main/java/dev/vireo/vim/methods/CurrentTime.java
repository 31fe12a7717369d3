package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import java.time.Instant;
import java.util.Objects;

/**
 * Reads the server's clock (VI API {@code CurrentTime}).
 *
 * @param self the object to call
 */
public record CurrentTime(ManagedObjectReference self) implements VimMethod<Instant> {

  /** Checks that the required components are there. */
  public CurrentTime {
    Objects.requireNonNull(self, "self");
  }

  @Override
  public boolean repeatable() {
    return true;
  }
}

package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import java.util.List;
import java.util.Objects;

/**
 * Ends other sessions (VI API {@code TerminateSession}).
 *
 * @param self the object to call
 * @param sessionId keys of the sessions
 */
public record TerminateSession(ManagedObjectReference self, List<String> sessionId)
    implements VimMethod<Void> {

  /** Checks that the required components are there and copies the lists. */
  public TerminateSession {
    Objects.requireNonNull(self, "self");
    sessionId = List.copyOf(sessionId);
  }
}

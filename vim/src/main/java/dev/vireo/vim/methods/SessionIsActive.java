package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import java.util.Objects;

/**
 * Asks whether a session exists (VI API {@code SessionIsActive}).
 *
 * @param self the object to call
 * @param sessionID the session's key
 * @param userName the session's user
 */
public record SessionIsActive(ManagedObjectReference self, String sessionID, String userName)
    implements VimMethod<Boolean> {

  /** Checks that the required components are there. */
  public SessionIsActive {
    Objects.requireNonNull(self, "self");
    Objects.requireNonNull(sessionID, "sessionID");
    Objects.requireNonNull(userName, "userName");
  }

  @Override
  public boolean repeatable() {
    return true;
  }
}

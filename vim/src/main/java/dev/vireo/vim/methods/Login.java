package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.Secret;
import dev.vireo.vim.types.UserSession;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Opens a session (VI API {@code Login}).
 *
 * @param self the object to call
 * @param userName name of the user
 * @param password the user's password
 * @param locale locale of the texts that the server sends; null for its default; null when the
 *     server does not say
 */
public record Login(
    ManagedObjectReference self, String userName, Secret password, @Nullable String locale)
    implements VimMethod<UserSession> {

  /** Checks that the required components are there. */
  public Login {
    Objects.requireNonNull(self, "self");
    Objects.requireNonNull(userName, "userName");
    Objects.requireNonNull(password, "password");
  }
}

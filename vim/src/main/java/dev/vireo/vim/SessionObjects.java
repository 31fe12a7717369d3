package dev.vireo.vim;

import dev.vireo.vim.methods.VimMethod;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.NotAuthenticated;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes and releases objects that live in a session, such as filters and windows on the events, so
 * that none is left on the server.
 */
public final class SessionObjects {

  private static final System.Logger LOG = System.getLogger(SessionObjects.class.getName());
  private static final int ATTEMPTS = 2;

  private SessionObjects() {}

  /**
   * Makes an object. When its reference may be lost, the session is ended, since nothing else can
   * release it.
   *
   * @param method makes it
   * @param release releases it again
   * @param generation the {@link VimClient#sessionGeneration()} of the session
   * @throws FaultException {@code NotAuthenticated} when that session has ended; nothing is left
   *     then
   */
  public static ManagedObjectReference create(
      VimClient client,
      VimMethod<ManagedObjectReference> method,
      Function<ManagedObjectReference, VimMethod<Void>> release,
      int generation) {
    ManagedObjectReference created;
    try {
      created = call(client, method, generation);
    } catch (VimException e) {
      if (e.mayHaveTakenEffect()) {
        client.abandonSession(generation);
      }
      throw e;
    }
    if (!client.isInSession(generation)) {
      throw madeInTheNext(client, created, release, method, generation);
    }
    return created;
  }

  /** An object that may belong to another session than was thought is released there. */
  private static FaultException madeInTheNext(
      VimClient client,
      ManagedObjectReference created,
      Function<ManagedObjectReference, VimMethod<Void>> release,
      VimMethod<?> method,
      int generation) {
    client.renewSession(generation); // at least waits until there is the next one
    if (!release(client, release.apply(created), client.sessionGeneration())) {
      client.abandonSession(client.sessionGeneration());
    }
    return new FaultException(
        method.getClass().getSimpleName(),
        "NotAuthenticated",
        new NotAuthenticated(method.self(), "System.View"),
        "The session of this object has ended.");
  }

  private static ManagedObjectReference call(
      VimClient client, VimMethod<ManagedObjectReference> method, int generation) {
    @Nullable ManagedObjectReference created =
        client.callInSession(method, client.options().callTimeout(), generation);
    if (created == null) {
      throw new ProtocolException(
          ProtocolException.Kind.MALFORMED,
          method.getClass().getSimpleName() + " was answered without a result.",
          null);
    }
    return created;
  }

  /**
   * Releases an object, also when the thread is interrupted, and once more when that fails or the
   * object is said to be gone: releasing twice does no harm.
   *
   * @param release releases it
   * @param generation the {@link VimClient#sessionGeneration()} of its session
   * @return whether the object is gone
   */
  public static boolean release(VimClient client, VimMethod<Void> release, int generation) {
    try (UninterruptedAttempts attempts = new UninterruptedAttempts(ATTEMPTS)) {
      do {
        try {
          client.callInSession(release, client.options().callTimeout(), generation);
          return true;
        } catch (FaultException e) {
          boolean gone = e.isNotAuthenticated() || e.faultName().equals("ManagedObjectNotFound");
          if (gone && attempts.isRepeated()) {
            return true;
          }
          LOG.log(System.Logger.Level.DEBUG, "An object was not released", e);
        } catch (VimException e) {
          LOG.log(System.Logger.Level.DEBUG, "An object was not released", e);
        }
      } while (attempts.another());
      return false;
    }
  }
}

package dev.vireo.vim;

import dev.vireo.vim.methods.Login;
import dev.vireo.vim.methods.Logout;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.Secret;
import dev.vireo.vim.types.UserSession;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The client's session. When it has ended, it is opened again once, however many threads notice
 * that; each of them hands in the generation of the session that its call was made with.
 */
final class Session {

  /** Longest time to see to a session that probably does not exist. */
  private static final Duration BRIEFLY = Duration.ofSeconds(5);

  private final Caller caller;
  private final ManagedObjectReference manager;
  private final Duration timeout;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable String userName;
  private @Nullable Secret password;
  private volatile int generation;

  Session(Caller caller, ManagedObjectReference manager, Duration timeout) {
    this.caller = caller;
    this.manager = manager;
    this.timeout = timeout;
  }

  /** Number of logins so far; 0 before the first. */
  int generation() {
    return generation;
  }

  UserSession open(String user, Secret secret) {
    lock.lock();
    try {
      UserSession session = firstLogin(user, secret);
      userName = user;
      password = secret;
      return session;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Opens the session again unless another thread has done so since the given generation.
   *
   * @return whether there is a session now; false when there never was one
   */
  boolean renew(int since) {
    lock.lock();
    try {
      if (userName == null || password == null) {
        return false;
      }
      if (generation == since) {
        login(userName, password);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Ends the session, if there is one, and forgets the password.
   *
   * @param patience longest time to wait for a login that is under way, and then for the logout
   */
  void close(Duration patience) {
    if (!lock.tryLock() && !locked(patience)) {
      return;
    }
    try {
      if (password == null) {
        return;
      }
      password.wipe();
      password = null;
      caller.call(new Logout(manager), shorter(timeout, patience));
    } finally {
      lock.unlock();
    }
  }

  private boolean locked(Duration patience) {
    try {
      return lock.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private UserSession firstLogin(String user, Secret secret) {
    try {
      return login(user, secret);
    } catch (TransportException | ProtocolException e) {
      if (mayHaveReachedServer(e)) {
        logOutUnread(e);
      }
      throw e;
    }
  }

  private static boolean mayHaveReachedServer(VimException e) {
    return !(e instanceof TransportException trouble)
        || switch (trouble.kind()) {
          case TIMED_OUT, CUT_OFF, TOO_LARGE -> true;
          case UNRESOLVED_HOST,
              CONNECTION_REFUSED,
              CONNECT_FAILED,
              TLS_UNTRUSTED,
              TLS_OTHER_HOST,
              TLS_OTHER_CERTIFICATE,
              TLS_FAILED,
              PROXY_FAILED,
              INTERRUPTED,
              CLOSED ->
              false;
        };
  }

  /** The server may have opened a session although its answer could not be read to the end. */
  private void logOutUnread(VimException loginFailure) {
    try {
      caller.call(new Logout(manager), shorter(timeout, BRIEFLY));
    } catch (VimException e) {
      loginFailure.addSuppressed(e);
    }
  }

  private UserSession login(String user, Secret secret) {
    UserSession session = caller.call(new Login(manager, user, secret, null), timeout);
    if (session == null) {
      throw new ProtocolException(
          ProtocolException.Kind.MALFORMED, "Login was answered without a session.", null);
    }
    int next = generation + 1;
    generation = next;
    return session;
  }
}

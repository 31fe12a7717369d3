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
 *
 * <p>There is one session at a time: before another is opened, the one before is logged out, for a
 * server that says that there is none may be wrong about that. And whoever interrupts a login or a
 * logout leaves no session behind.
 */
final class Session {

  /** Longest time to see to a session that nobody needs. */
  private static final Duration BRIEFLY = Duration.ofSeconds(5);

  private static final int LOGOUTS = 3;

  private final Caller caller;
  private final ManagedObjectReference manager;
  private final Duration timeout;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable String userName;
  private @Nullable Secret password;
  private boolean closed;
  private volatile int generation;
  private volatile boolean changing;

  Session(Caller caller, ManagedObjectReference manager, Duration timeout) {
    this.caller = caller;
    this.manager = manager;
    this.timeout = timeout;
  }

  /** Number of logins so far; 0 before the first. */
  int generation() {
    return generation;
  }

  /** Whether the session of a generation is the one that requests are made in now. */
  boolean isCurrent(int wanted) {
    return generation == wanted && !changing;
  }

  UserSession open(String user, Secret secret) {
    lock.lock();
    try {
      if (closed) {
        throw new TransportException(
            TransportException.Kind.CLOSED, "The connection is closed.", null);
      }
      UserSession session = login(user, secret);
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
   * @return whether there is a session now; false when there never was one, and after the end
   */
  boolean renew(int since) {
    lock.lock();
    try {
      if (userName == null || password == null) {
        return false;
      }
      if (generation == since) {
        // From here on a request may be made in the next session already.
        changing = true;
        endFormer();
        login(userName, password);
      }
      return true;
    } finally {
      changing = false;
      lock.unlock();
    }
  }

  /**
   * Ends the session of a generation, with all that belongs to it; the next call opens another one.
   */
  void abandon(int abandoned) {
    lock.lock();
    try {
      if (password != null && generation == abandoned) {
        endFormer();
      }
    } finally {
      lock.unlock();
    }
  }

  private void endFormer() {
    try {
      logOut(BRIEFLY, true);
    } catch (VimException e) {
      System.getLogger(Session.class.getName())
          .log(System.Logger.Level.DEBUG, "A session was left to the server", e);
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
      closed = true;
      if (password == null) {
        return;
      }
      password.wipe();
      password = null;
      logOut(patience, false);
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the lock; when interrupted, still for a moment. */
  private boolean locked(Duration patience) {
    boolean interrupted = false;
    long end = System.nanoTime() + patience.toNanos();
    try {
      while (true) {
        try {
          return lock.tryLock(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
          end = Math.min(end, System.nanoTime() + BRIEFLY.toNanos());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** Logs in. When that fails, no session is left that this client could end. */
  private UserSession login(String user, Secret secret) {
    try {
      UserSession session =
          LoginCall.start(() -> caller.call(new Login(manager, user, secret, null), timeout))
              .await(BRIEFLY);
      if (session == null) {
        throw new ProtocolException(
            ProtocolException.Kind.MALFORMED, "Login was answered without a session.", null);
      }
      int next = generation + 1;
      generation = next;
      return session;
    } catch (VimException e) {
      if (e.mayHaveTakenEffect()) {
        logOutUnread(e);
      }
      throw e;
    }
  }

  /** The server may have opened a session although its answer could not be read to the end. */
  private void logOutUnread(VimException loginFailure) {
    try {
      logOut(BRIEFLY, true);
    } catch (VimException e) {
      loginFailure.addSuppressed(e);
    }
  }

  /**
   * Logs out, also when this thread is interrupted. The request is repeated when it fails: that
   * there is no session any more is all that matters.
   *
   * @param patience longest time for all attempts
   * @param doubtful whether there may be no session, so that a server that says so is believed at
   *     once
   */
  private void logOut(Duration patience, boolean doubtful) {
    Duration each = shorter(timeout, patience.dividedBy(LOGOUTS));
    try (UninterruptedAttempts attempts = new UninterruptedAttempts(LOGOUTS)) {
      while (true) {
        try {
          caller.call(new Logout(manager), each);
          return;
        } catch (VimException e) {
          boolean ended = e instanceof FaultException fault && fault.isNotAuthenticated();
          if (ended && (doubtful || attempts.isRepeated())) {
            return;
          }
          if (!attempts.another()) {
            throw e;
          }
        }
      }
    }
  }
}

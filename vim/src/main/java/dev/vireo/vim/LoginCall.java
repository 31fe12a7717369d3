package dev.vireo.vim;

import dev.vireo.vim.types.UserSession;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A login under way. It runs on a thread of its own, because its answer has to be read even when
 * the caller is interrupted: it holds the secret without which nobody can end the session.
 */
final class LoginCall {

  private final FutureTask<@Nullable UserSession> call;

  private LoginCall(Supplier<@Nullable UserSession> login) {
    this.call = new FutureTask<>(login::get);
  }

  /**
   * Begins.
   *
   * @param login makes the call
   */
  static LoginCall start(Supplier<@Nullable UserSession> login) {
    LoginCall started = new LoginCall(login);
    Thread.Builder builder =
        Thread.currentThread().isVirtual() ? Thread.ofVirtual() : Thread.ofPlatform().daemon();
    builder.name("vireo-login").inheritInheritableThreadLocals(false).start(started.call);
    return started;
  }

  /**
   * Waits for the answer.
   *
   * @param afterInterrupt longest time to go on waiting for the answer once this thread is
   *     interrupted
   * @return the session; null when the answer has none
   * @throws TransportException of kind {@code INTERRUPTED} when this thread is interrupted; there
   *     may be a session then
   */
  @Nullable UserSession await(Duration afterInterrupt) {
    try {
      return call.get();
    } catch (InterruptedException e) {
      letEnd(afterInterrupt);
      Thread.currentThread().interrupt();
      throw new TransportException(
          TransportException.Kind.INTERRUPTED, "The login was interrupted.", e);
    } catch (ExecutionException e) {
      throw unwrapped(e.getCause());
    }
  }

  private void letEnd(Duration longest) {
    try {
      call.get(longest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException | TimeoutException e) {
      call.cancel(true); // nobody waits that long, or is told to stop twice without haste
    } catch (ExecutionException e) {
      // Then there is no session, or none that its answer lets anybody end.
      System.getLogger(LoginCall.class.getName())
          .log(System.Logger.Level.DEBUG, "The interrupted login failed", e);
    }
  }

  private static RuntimeException unwrapped(@Nullable Throwable failure) {
    return switch (failure) {
      case RuntimeException e -> e;
      case Error e -> throw e;
      case null, default -> new IllegalStateException("a login ended without result", failure);
    };
  }
}

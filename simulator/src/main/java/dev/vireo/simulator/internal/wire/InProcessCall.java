package dev.vireo.simulator.internal.wire;

import dev.vireo.vim.TransportException;
import dev.vireo.vim.TransportException.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A request of a client in this process, under way. The host works on it on a thread of its own, so
 * that the client can give up on it.
 */
final class InProcessCall {

  private final String operation;
  private final Duration timeout;
  private final CompletableFuture<Outbound> answer = new CompletableFuture<>();
  private volatile @Nullable Kind ended;
  private @Nullable Thread thread;

  /**
   * @param operation what it is for a reader
   * @param timeout longest time to wait for the host
   */
  InProcessCall(String operation, Duration timeout) {
    this.operation = operation;
    this.timeout = timeout;
  }

  /** Longest time to wait for the host, in nanoseconds. */
  long nanos() {
    return TimeUnit.NANOSECONDS.convert(timeout);
  }

  /**
   * Lets the host work on it. Takes a thread of the caller's sort, so that a virtual caller costs
   * no platform thread.
   *
   * @param whenAnswered is run when the host reads no more of the request
   */
  void start(RequestHandler handler, Inbound request, Runnable whenAnswered) {
    Thread.Builder builder =
        Thread.currentThread().isVirtual() ? Thread.ofVirtual() : Thread.ofPlatform().daemon();
    thread =
        builder
            .name("vireo-simulator-call")
            .inheritInheritableThreadLocals(false)
            .start(() -> {
              carryOut(handler, request);
              whenAnswered.run();
            });
  }

  private void carryOut(RequestHandler handler, Inbound request) {
    try {
      Outbound outbound = handler.handle(request);
      if (!(outbound instanceof Outbound.Silence)) {
        answer.complete(outbound);
      }
    } catch (RefusedRequestException e) {
      answer.complete(e.answer());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      answer.completeExceptionally(e);
    } catch (IOException | RuntimeException | Error e) {
      answer.completeExceptionally(e);
    }
  }

  /** Waits for what the host does. */
  Outbound await() {
    try {
      return answer.get(nanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw giveUp(Kind.TIMED_OUT, e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    } catch (CancellationException e) {
      throw giveUp(ended == Kind.CLOSED ? Kind.CLOSED : Kind.CUT_OFF, e);
    } catch (ExecutionException e) {
      throw failure(Kind.CUT_OFF, e.getCause());
    }
  }

  /** The client was interrupted. */
  TransportException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return giveUp(Kind.INTERRUPTED, e);
  }

  /** The client waits no longer. */
  TransportException giveUp(Kind kind, @Nullable Throwable cause) {
    if (thread != null) {
      thread.interrupt();
    }
    return failure(kind, cause);
  }

  /** What the client is told. */
  TransportException failure(Kind kind, @Nullable Throwable cause) {
    String reason =
        switch (kind) {
          case CLOSED -> "the connection to the simulated host is closed";
          case CONNECTION_REFUSED -> "the simulated host is switched off";
          case TIMED_OUT ->
              "the simulated host did not answer within " + timeout.toMillis() + " ms";
          case INTERRUPTED -> "interrupted while waiting for the simulated host";
          case TOO_LARGE -> "the answer does not fit into memory";
          default -> "the simulated host cut the connection";
        };
    return new TransportException(kind, operation + ": " + reason, cause);
  }

  /** Why it was ended from outside; null when it was not. */
  @Nullable Kind ended() {
    return ended;
  }

  /** Ends it from outside. */
  void end(Kind kind) {
    ended = kind;
    answer.cancel(false);
  }
}

package dev.vireo.internal;

import dev.vireo.ErrorCode;
import dev.vireo.ErrorDomain;
import dev.vireo.LibvirtException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one place where calls of the public API leave the driver: only a {@link LibvirtException}
 * does. Whatever else comes up is a mistake of ours, and becomes {@link ErrorCode#INTERNAL_ERROR}
 * with its cause; so does a recursion that an answer drives too deep. Exceptions of the caller's
 * own code reach it as they are; errors of the JVM, such as a heap that is full, are not ours to
 * hide.
 */
public final class Boundary {

  private Boundary() {}

  /** Carries a call of the public API out. */
  public static <T extends @Nullable Object> T get(Supplier<T> call) {
    try {
      return call.get();
    } catch (LibvirtException e) {
      throw e;
    } catch (CallersCode.Failure e) {
      throw e.thrown();
    } catch (RuntimeException | StackOverflowError e) {
      throw unexpected(e);
    }
  }

  /** Carries a call of the public API out. */
  public static void run(Runnable call) {
    get(() -> {
      call.run();
      return true;
    });
  }

  private static LibvirtException unexpected(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof InterruptedException) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    String message = failure.getMessage();
    return LibvirtException.builder(
            ErrorCode.INTERNAL_ERROR,
            "unexpected "
                + failure.getClass().getSimpleName()
                + (message == null ? "" : ": " + message))
        .domain(ErrorDomain.NONE)
        .hint("this is a mistake in Vireo: please report it with its stack trace")
        .cause(failure)
        .build();
  }
}

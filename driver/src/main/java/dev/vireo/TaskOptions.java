package dev.vireo;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * How to wait for an operation that the host carries out as a task.
 *
 * @param timeout how long to wait before the task is cancelled and the operation fails with {@link
 *     ErrorCode#OPERATION_TIMEOUT}; null to wait as long as it takes
 * @param progress hears the progress in percent, 0 to 100, from the thread that waits; it must
 *     return soon; null for nobody, which saves requests
 * @param cancelled asked while waiting; once true, the task is cancelled and the operation fails
 *     with {@link ErrorCode#OPERATION_ABORTED}; null when nobody will want that
 * @param questions picks an answer to what the virtual machine asks, from the thread that waits;
 *     asked only where {@code auto_answer=1} of the URI gives none; without an answer the task is
 *     cancelled, and the operation fails with {@link ErrorCode#INTERNAL_ERROR} and the choices;
 *     null for nobody
 */
public record TaskOptions(
    @Nullable Duration timeout,
    @Nullable IntConsumer progress,
    @Nullable BooleanSupplier cancelled,
    @Nullable Function<DomainQuestion, Optional<DomainQuestion.Choice>> questions) {

  /** Waits as long as it takes, shows nothing, is never cancelled, and answers nothing. */
  public static final TaskOptions DEFAULT = new TaskOptions(null, null, null, null);

  /** Checks the values. */
  public TaskOptions {
    if (timeout != null && (timeout.isNegative() || timeout.isZero())) {
      throw new IllegalArgumentException("timeout is not positive: " + timeout);
    }
  }

  /** These options with a time limit. */
  public TaskOptions withTimeout(Duration value) {
    return new TaskOptions(Objects.requireNonNull(value), progress, cancelled, questions);
  }

  /** These options with a listener for the progress in percent. */
  public TaskOptions withProgress(IntConsumer value) {
    return new TaskOptions(timeout, Objects.requireNonNull(value), cancelled, questions);
  }

  /** These options with a question that is asked while waiting and cancels when true. */
  public TaskOptions withCancelled(BooleanSupplier value) {
    return new TaskOptions(timeout, progress, Objects.requireNonNull(value), questions);
  }

  /**
   * These options with somebody who picks an answer, one of the {@link DomainQuestion#choices}, to
   * what the virtual machine asks.
   */
  public TaskOptions withQuestions(
      Function<DomainQuestion, Optional<DomainQuestion.Choice>> value) {
    return new TaskOptions(timeout, progress, cancelled, Objects.requireNonNull(value));
  }
}

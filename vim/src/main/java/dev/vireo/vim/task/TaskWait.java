package dev.vireo.vim.task;

import dev.vireo.vim.types.ManagedObjectReference;
import java.time.Duration;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * How to wait for a task.
 *
 * @param operation what the task does, for messages; usually the VI method's name
 * @param machine the virtual machine whose questions may block the task; null for none
 * @param questions decides about them
 * @param timeout how long to wait before the task is cancelled; positive; null for as long as it
 *     takes
 * @param progress hears the progress in percent, 0 to 100, each value once and the last one at
 *     success, from the thread that waits; null for nobody, which saves requests
 * @param cancelled asked about once in a second while waiting; once true, the task is cancelled;
 *     null when nobody will want that
 */
public record TaskWait(
    String operation,
    @Nullable ManagedObjectReference machine,
    QuestionHandler questions,
    @Nullable Duration timeout,
    @Nullable IntConsumer progress,
    @Nullable BooleanSupplier cancelled) {

  /** Checks the values. */
  public TaskWait {
    Objects.requireNonNull(operation, "operation");
    Objects.requireNonNull(questions, "questions");
    if (timeout != null && !timeout.isPositive()) {
      throw new IllegalArgumentException("A time-out must be positive: " + timeout);
    }
  }

  /** Waits as long as it takes and looks at nothing but the task. */
  public static TaskWait of(String operation) {
    return new TaskWait(operation, null, QuestionHandler.NEVER, null, null, null);
  }

  /** This wait, with care for the questions of a virtual machine. */
  public TaskWait withQuestions(ManagedObjectReference of, QuestionHandler handler) {
    return new TaskWait(operation, of, handler, timeout, progress, cancelled);
  }

  /** This wait with a limit; null for none. */
  public TaskWait withTimeout(@Nullable Duration limit) {
    return new TaskWait(operation, machine, questions, limit, progress, cancelled);
  }

  /** This wait with a listener for the progress in percent; null for none. */
  public TaskWait withProgress(@Nullable IntConsumer listener) {
    return new TaskWait(operation, machine, questions, timeout, listener, cancelled);
  }

  /** This wait with a question that cancels it once true; null for none. */
  public TaskWait withCancelled(@Nullable BooleanSupplier question) {
    return new TaskWait(operation, machine, questions, timeout, progress, question);
  }
}

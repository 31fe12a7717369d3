package dev.vireo.internal.esx.task;

import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.TaskOptions;
import dev.vireo.internal.esx.Attempt;
import dev.vireo.vim.TaskAbandonedException;
import java.util.Objects;

/** What is said of a task whose end was not waited for. */
public final class TaskEnd {

  private TaskEnd() {}

  /** The failure of an operation that took longer than its caller allows. */
  public static LibvirtException timedOut(
      TaskAbandonedException e, Attempt attempt, TaskOptions options) {
    return attempt.givenUp(
        ErrorCode.OPERATION_TIMEOUT,
        attempt.complaint()
            + ": not done after "
            + Objects.requireNonNull(options.timeout()).toMillis()
            + " ms"
            + of(e),
        isOver(e),
        e);
  }

  /** The failure of an operation that its caller has cancelled. */
  public static LibvirtException cancelled(TaskAbandonedException e, Attempt attempt) {
    return attempt.givenUp(
        ErrorCode.OPERATION_ABORTED, attempt.complaint() + ": cancelled" + of(e), isOver(e), e);
  }

  private static boolean isOver(TaskAbandonedException e) {
    return e.fate() == TaskAbandonedException.Fate.CANCELLED;
  }

  /** What became of the task, as the end of a sentence. */
  static String of(TaskAbandonedException e) {
    return switch (e.fate()) {
      case CANCELLED -> "; the task was cancelled";
      case NOT_CANCELABLE -> "; the host cannot cancel the task, which goes on";
      case UNKNOWN -> {
        Throwable cause = e.getCause();
        yield "; the task could not be cancelled and may go on"
            + (cause == null ? "" : " (" + cause.getMessage() + ")");
      }
    };
  }
}

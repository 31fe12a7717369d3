package dev.vireo.simulator.internal.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a task does. All methods run while nothing else changes the host's state. */
public interface TaskWork {

  /**
   * Called when the task leaves the queue. Work that shows only when it is done whether it can be
   * done has nothing to begin with.
   *
   * @throws VimFault the task fails
   */
  default void begin(Task task) {}

  /** Whether the task stands still now until {@link TaskEngine#resume}. Asked half-way. */
  default boolean mustWait() {
    return false;
  }

  /** Whether the task can be cancelled while it stands still. */
  default boolean cancelableWhileWaiting() {
    return true;
  }

  /**
   * Does the work, and gives the task's result.
   *
   * @throws VimFault the task fails
   */
  @Nullable Object finish(Instant now);

  /** Called when the task has ended, whatever way. */
  default void end(Task task) {}
}

package dev.vireo.vim.types;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Another task works on the object (VI API {@code TaskInProgress}).
 *
 * @param faultCause the fault that caused this one; null for none
 * @param faultMessage explanations
 * @param task the other task
 */
public record TaskInProgress(
    @Nullable LocalizedMethodFault faultCause,
    List<LocalizableMessage> faultMessage,
    ManagedObjectReference task)
    implements MethodFault {

  /** Checks that the required components are there and copies the lists. */
  public TaskInProgress {
    Objects.requireNonNull(task, "task");
    faultMessage = List.copyOf(faultMessage);
  }

  /** Makes the fault without a cause and explanations. */
  public TaskInProgress(ManagedObjectReference task) {
    this(null, List.of(), task);
  }
}

package dev.vireo.vim.types;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a task is doing (VI API {@code TaskInfo}).
 *
 * @param key identity of the task
 * @param task the task
 * @param description what the task does now; null when the server does not say
 * @param name name of the operation; null when the server does not say
 * @param descriptionId identity of the operation's description
 * @param entity the object it works on; null when the server does not say
 * @param entityName name of that object; null when the server does not say
 * @param locked objects that it locks
 * @param state how far it is
 * @param cancelled whether its cancellation was asked for
 * @param cancelable whether it can be cancelled
 * @param error why it failed; null when the server does not say
 * @param result what it gave; null when the server does not say
 * @param progress progress in percent; null when the server does not say
 * @param reason why it runs
 * @param queueTime when it was created
 * @param startTime when it started; null when the server does not say
 * @param completeTime when it ended; null when the server does not say
 * @param eventChainId the event chain identifier
 */
public record TaskInfo(
    String key,
    ManagedObjectReference task,
    @Nullable LocalizableMessage description,
    @Nullable String name,
    String descriptionId,
    @Nullable ManagedObjectReference entity,
    @Nullable String entityName,
    List<ManagedObjectReference> locked,
    TaskInfoState state,
    boolean cancelled,
    boolean cancelable,
    @Nullable LocalizedMethodFault error,
    @Nullable Object result,
    @Nullable Integer progress,
    TaskReason reason,
    Instant queueTime,
    @Nullable Instant startTime,
    @Nullable Instant completeTime,
    int eventChainId)
    implements DataObject {

  /** Checks that the required components are there and copies the lists. */
  public TaskInfo {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(task, "task");
    Objects.requireNonNull(descriptionId, "descriptionId");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(queueTime, "queueTime");
    locked = List.copyOf(locked);
  }
}

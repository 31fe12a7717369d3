package dev.vireo.vim.types;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses tasks; what is null or empty does not matter (VI API {@code TaskFilterSpec}).
 *
 * @param entity what they work on; null for any
 * @param time when they were; null for any
 * @param userName who started them; null for any
 * @param activationId activation identifiers; empty for all
 * @param state states; empty for all
 * @param alarm the alarm that started them; null for any
 * @param scheduledTask the scheduled task that started them; null for any
 * @param eventChainId keys of the events that they follow from; empty for all
 * @param tag tags; empty for all
 * @param parentTaskKey keys of the tasks that started them; empty for all
 * @param rootTaskKey keys of the first tasks of their chains; empty for all
 */
public record TaskFilterSpec(
    @Nullable TaskFilterSpecByEntity entity,
    @Nullable TaskFilterSpecByTime time,
    @Nullable TaskFilterSpecByUsername userName,
    List<String> activationId,
    List<TaskInfoState> state,
    @Nullable ManagedObjectReference alarm,
    @Nullable ManagedObjectReference scheduledTask,
    List<Integer> eventChainId,
    List<String> tag,
    List<String> parentTaskKey,
    List<String> rootTaskKey)
    implements DataObject {

  /** Copies the lists. */
  public TaskFilterSpec {
    activationId = List.copyOf(activationId);
    state = List.copyOf(state);
    eventChainId = List.copyOf(eventChainId);
    tag = List.copyOf(tag);
    parentTaskKey = List.copyOf(parentTaskKey);
    rootTaskKey = List.copyOf(rootTaskKey);
  }
}

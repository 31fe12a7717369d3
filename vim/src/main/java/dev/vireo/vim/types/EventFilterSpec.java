package dev.vireo.vim.types;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses events; what is null or empty does not matter (VI API {@code EventFilterSpec}).
 *
 * @param entity what they are about; null for any
 * @param time when they happened; null for any
 * @param userName who caused them; null for any
 * @param eventChainId key of the event that they follow from; null for any
 * @param alarm the alarm that they are about; null for any
 * @param scheduledTask the scheduled task that they are about; null for any
 * @param disableFullMessage whether their texts are left out; null for no
 * @param category {@code info}, {@code warning}, {@code error} or {@code user}; empty for all
 * @param type VI types; empty for all
 * @param tag tags; empty for all
 * @param eventTypeId VI types or identifiers of extended events; empty for all
 * @param maxCount most events to look at, the newest ones; null for all
 */
public record EventFilterSpec(
    @Nullable EventFilterSpecByEntity entity,
    @Nullable EventFilterSpecByTime time,
    @Nullable EventFilterSpecByUsername userName,
    @Nullable Integer eventChainId,
    @Nullable ManagedObjectReference alarm,
    @Nullable ManagedObjectReference scheduledTask,
    @Nullable Boolean disableFullMessage,
    List<String> category,
    List<String> type,
    List<String> tag,
    List<String> eventTypeId,
    @Nullable Integer maxCount)
    implements DataObject {

  /** Copies the lists. */
  public EventFilterSpec {
    category = List.copyOf(category);
    type = List.copyOf(type);
    tag = List.copyOf(tag);
    eventTypeId = List.copyOf(eventTypeId);
  }
}

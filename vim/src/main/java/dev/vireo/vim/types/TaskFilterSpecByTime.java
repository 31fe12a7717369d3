package dev.vireo.vim.types;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Chooses tasks by one of their times (VI API {@code TaskFilterSpecByTime}).
 *
 * @param timeType {@code queuedTime}, {@code startedTime} or {@code completedTime}
 * @param beginTime the earliest; null for any
 * @param endTime the latest; null for any
 */
public record TaskFilterSpecByTime(
    String timeType, @Nullable Instant beginTime, @Nullable Instant endTime) implements DataObject {

  /** Checks that the required components are there. */
  public TaskFilterSpecByTime {
    Objects.requireNonNull(timeType, "timeType");
  }
}

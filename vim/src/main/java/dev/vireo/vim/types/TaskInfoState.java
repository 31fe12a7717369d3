package dev.vireo.vim.types;

import java.util.Objects;

/**
 * How far a task is (VI API {@code TaskInfoState}).
 *
 * @param value the value on the wire
 */
public record TaskInfoState(String value) implements WireEnum {

  /** It waits for its turn. */
  public static final TaskInfoState QUEUED = new TaskInfoState("queued");

  /** It is being done. */
  public static final TaskInfoState RUNNING = new TaskInfoState("running");

  /** It ended well. */
  public static final TaskInfoState SUCCESS = new TaskInfoState("success");

  /** It failed or was cancelled. */
  public static final TaskInfoState ERROR = new TaskInfoState("error");

  /** Checks that there is a value. */
  public TaskInfoState {
    Objects.requireNonNull(value, "value");
  }

  /** The value on the wire. */
  @Override
  public String toString() {
    return value;
  }
}

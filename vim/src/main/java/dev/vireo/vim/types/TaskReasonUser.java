package dev.vireo.vim.types;

import java.util.Objects;

/**
 * The task was asked for by a user (VI API {@code TaskReasonUser}).
 *
 * @param userName the user name
 */
public record TaskReasonUser(String userName) implements TaskReason {

  /** Checks that the required components are there. */
  public TaskReasonUser {
    Objects.requireNonNull(userName, "userName");
  }
}

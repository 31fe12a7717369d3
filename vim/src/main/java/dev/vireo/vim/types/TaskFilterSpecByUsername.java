package dev.vireo.vim.types;

import java.util.List;

/**
 * Chooses tasks by who caused them (VI API {@code TaskFilterSpecByUsername}).
 *
 * @param systemUser whether those of the server itself count
 * @param userList names of users; empty for none
 */
public record TaskFilterSpecByUsername(boolean systemUser, List<String> userList)
    implements DataObject {

  /** Copies the lists. */
  public TaskFilterSpecByUsername {
    userList = List.copyOf(userList);
  }
}

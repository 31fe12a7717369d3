package dev.vireo.vim.types;

import java.util.List;

/**
 * Chooses events by who caused them (VI API {@code EventFilterSpecByUsername}).
 *
 * @param systemUser whether those of the server itself count
 * @param userList names of users; empty for none
 */
public record EventFilterSpecByUsername(boolean systemUser, List<String> userList)
    implements DataObject {

  /** Copies the lists. */
  public EventFilterSpecByUsername {
    userList = List.copyOf(userList);
  }
}

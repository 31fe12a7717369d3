package dev.vireo.vim.types;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message with its arguments (VI API {@code LocalizableMessage}).
 *
 * @param key identity of the message
 * @param arg its arguments
 * @param message text for a person; null when the server does not say
 */
public record LocalizableMessage(String key, List<KeyAnyValue> arg, @Nullable String message)
    implements DataObject {

  /** Checks that the required components are there and copies the lists. */
  public LocalizableMessage {
    Objects.requireNonNull(key, "key");
    arg = List.copyOf(arg);
  }
}

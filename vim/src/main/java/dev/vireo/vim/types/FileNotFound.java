package dev.vireo.vim.types;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The file does not exist (VI API {@code FileNotFound}).
 *
 * @param faultCause the fault that caused this one; null for none
 * @param faultMessage explanations
 * @param file datastore path
 */
public record FileNotFound(
    @Nullable LocalizedMethodFault faultCause, List<LocalizableMessage> faultMessage, String file)
    implements MethodFault {

  /** Checks that the required components are there and copies the lists. */
  public FileNotFound {
    Objects.requireNonNull(file, "file");
    faultMessage = List.copyOf(faultMessage);
  }

  /** Makes the fault without a cause and explanations. */
  public FileNotFound(String file) {
    this(null, List.of(), file);
  }
}

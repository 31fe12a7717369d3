package dev.vireo.vim.types;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The file is in use (VI API {@code FileLocked}).
 *
 * @param faultCause the fault that caused this one; null for none
 * @param faultMessage explanations
 * @param file datastore path
 */
public record FileLocked(
    @Nullable LocalizedMethodFault faultCause, List<LocalizableMessage> faultMessage, String file)
    implements MethodFault {

  /** Checks that the required components are there and copies the lists. */
  public FileLocked {
    Objects.requireNonNull(file, "file");
    faultMessage = List.copyOf(faultMessage);
  }

  /** Makes the fault without a cause and explanations. */
  public FileLocked(String file) {
    this(null, List.of(), file);
  }
}

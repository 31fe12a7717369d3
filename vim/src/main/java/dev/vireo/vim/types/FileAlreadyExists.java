package dev.vireo.vim.types;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The file exists (VI API {@code FileAlreadyExists}).
 *
 * @param faultCause the fault that caused this one; null for none
 * @param faultMessage explanations
 * @param file datastore path
 */
public record FileAlreadyExists(
    @Nullable LocalizedMethodFault faultCause, List<LocalizableMessage> faultMessage, String file)
    implements MethodFault {

  /** Checks that the required components are there and copies the lists. */
  public FileAlreadyExists {
    Objects.requireNonNull(file, "file");
    faultMessage = List.copyOf(faultMessage);
  }

  /** Makes the fault without a cause and explanations. */
  public FileAlreadyExists(String file) {
    this(null, List.of(), file);
  }
}

package dev.vireo.vim.types;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The server has failed (VI API {@code SystemError}).
 *
 * @param faultCause the fault that caused this one; null for none
 * @param faultMessage explanations
 * @param reason what it says of it
 */
public record SystemError(
    @Nullable LocalizedMethodFault faultCause, List<LocalizableMessage> faultMessage, String reason)
    implements MethodFault {

  /** Checks that the required components are there and copies the lists. */
  public SystemError {
    Objects.requireNonNull(reason, "reason");
    faultMessage = List.copyOf(faultMessage);
  }

  /** Makes the fault without a cause and explanations. */
  public SystemError(String reason) {
    this(null, List.of(), reason);
  }
}

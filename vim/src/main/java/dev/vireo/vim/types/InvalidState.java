package dev.vireo.vim.types;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The object's state does not allow the operation (VI API {@code InvalidState}).
 *
 * @param faultCause the fault that caused this one; null for none
 * @param faultMessage explanations
 */
public record InvalidState(
    @Nullable LocalizedMethodFault faultCause, List<LocalizableMessage> faultMessage)
    implements MethodFault {

  /** Copies the lists. */
  public InvalidState {
    faultMessage = List.copyOf(faultMessage);
  }

  /** Makes the fault without a cause and explanations. */
  public InvalidState() {
    this(null, List.of());
  }
}

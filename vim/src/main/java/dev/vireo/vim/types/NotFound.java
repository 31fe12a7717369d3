package dev.vireo.vim.types;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for does not exist (VI API {@code NotFound}).
 *
 * @param faultCause the fault that caused this one; null for none
 * @param faultMessage explanations
 */
public record NotFound(
    @Nullable LocalizedMethodFault faultCause, List<LocalizableMessage> faultMessage)
    implements MethodFault {

  /** Copies the lists. */
  public NotFound {
    faultMessage = List.copyOf(faultMessage);
  }

  /** Makes the fault without a cause and explanations. */
  public NotFound() {
    this(null, List.of());
  }
}

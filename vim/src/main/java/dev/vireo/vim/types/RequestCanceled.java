package dev.vireo.vim.types;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The operation was cancelled (VI API {@code RequestCanceled}).
 *
 * @param faultCause the fault that caused this one; null for none
 * @param faultMessage explanations
 */
public record RequestCanceled(
    @Nullable LocalizedMethodFault faultCause, List<LocalizableMessage> faultMessage)
    implements MethodFault {

  /** Copies the lists. */
  public RequestCanceled {
    faultMessage = List.copyOf(faultMessage);
  }

  /** Makes the fault without a cause and explanations. */
  public RequestCanceled() {
    this(null, List.of());
  }
}

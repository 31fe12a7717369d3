package dev.vireo.vim.types;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The locale is not known (VI API {@code InvalidLocale}).
 *
 * @param faultCause the fault that caused this one; null for none
 * @param faultMessage explanations
 */
public record InvalidLocale(
    @Nullable LocalizedMethodFault faultCause, List<LocalizableMessage> faultMessage)
    implements MethodFault {

  /** Copies the lists. */
  public InvalidLocale {
    faultMessage = List.copyOf(faultMessage);
  }

  /** Makes the fault without a cause and explanations. */
  public InvalidLocale() {
    this(null, List.of());
  }
}

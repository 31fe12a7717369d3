package dev.vireo.vim.types;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An argument's type does not exist (VI API {@code InvalidType}).
 *
 * @param faultCause the fault that caused this one; null for none
 * @param faultMessage explanations
 * @param argument which one; null when the server does not say
 */
public record InvalidType(
    @Nullable LocalizedMethodFault faultCause,
    List<LocalizableMessage> faultMessage,
    @Nullable String argument)
    implements MethodFault {

  /** Copies the lists. */
  public InvalidType {
    faultMessage = List.copyOf(faultMessage);
  }

  /** Makes the fault without a cause and explanations. */
  public InvalidType(@Nullable String argument) {
    this(null, List.of(), argument);
  }
}

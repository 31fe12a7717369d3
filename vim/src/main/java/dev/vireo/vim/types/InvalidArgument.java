package dev.vireo.vim.types;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An argument is not valid (VI API {@code InvalidArgument}).
 *
 * @param faultCause the fault that caused this one; null for none
 * @param faultMessage explanations
 * @param invalidProperty which one; null when the server does not say
 */
public record InvalidArgument(
    @Nullable LocalizedMethodFault faultCause,
    List<LocalizableMessage> faultMessage,
    @Nullable String invalidProperty)
    implements MethodFault {

  /** Copies the lists. */
  public InvalidArgument {
    faultMessage = List.copyOf(faultMessage);
  }

  /** Makes the fault without a cause and explanations. */
  public InvalidArgument(@Nullable String invalidProperty) {
    this(null, List.of(), invalidProperty);
  }
}

package dev.vireo.vim.types;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The object has no such property (VI API {@code InvalidProperty}).
 *
 * @param faultCause the fault that caused this one; null for none
 * @param faultMessage explanations
 * @param name path of the property
 */
public record InvalidProperty(
    @Nullable LocalizedMethodFault faultCause, List<LocalizableMessage> faultMessage, String name)
    implements MethodFault {

  /** Checks that the required components are there and copies the lists. */
  public InvalidProperty {
    Objects.requireNonNull(name, "name");
    faultMessage = List.copyOf(faultMessage);
  }

  /** Makes the fault without a cause and explanations. */
  public InvalidProperty(String name) {
    this(null, List.of(), name);
  }
}

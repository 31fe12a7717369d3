package dev.vireo.vim.types;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A name is not valid (VI API {@code InvalidName}).
 *
 * @param faultCause the fault that caused this one; null for none
 * @param faultMessage explanations
 * @param name the name
 * @param entity the object; null when the server does not say
 */
public record InvalidName(
    @Nullable LocalizedMethodFault faultCause,
    List<LocalizableMessage> faultMessage,
    String name,
    @Nullable ManagedObjectReference entity)
    implements MethodFault {

  /** Checks that the required components are there and copies the lists. */
  public InvalidName {
    Objects.requireNonNull(name, "name");
    faultMessage = List.copyOf(faultMessage);
  }

  /** Makes the fault without a cause and explanations. */
  public InvalidName(String name, @Nullable ManagedObjectReference entity) {
    this(null, List.of(), name, entity);
  }
}

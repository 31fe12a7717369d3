package dev.vireo.vim.types;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The object has no such method (VI API {@code MethodNotFound}).
 *
 * @param faultCause the fault that caused this one; null for none
 * @param faultMessage explanations
 * @param receiver the object
 * @param method the method
 */
public record MethodNotFound(
    @Nullable LocalizedMethodFault faultCause,
    List<LocalizableMessage> faultMessage,
    ManagedObjectReference receiver,
    String method)
    implements MethodFault {

  /** Checks that the required components are there and copies the lists. */
  public MethodNotFound {
    Objects.requireNonNull(receiver, "receiver");
    Objects.requireNonNull(method, "method");
    faultMessage = List.copyOf(faultMessage);
  }

  /** Makes the fault without a cause and explanations. */
  public MethodNotFound(ManagedObjectReference receiver, String method) {
    this(null, List.of(), receiver, method);
  }
}

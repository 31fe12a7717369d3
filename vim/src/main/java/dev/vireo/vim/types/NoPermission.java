package dev.vireo.vim.types;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The user lacks a privilege (VI API {@code NoPermission}).
 *
 * @param faultCause the fault that caused this one; null for none
 * @param faultMessage explanations
 * @param object the object of the call; null when the server does not say
 * @param privilegeId the privilege that the user lacks; null when the server does not say
 */
public record NoPermission(
    @Nullable LocalizedMethodFault faultCause,
    List<LocalizableMessage> faultMessage,
    @Nullable ManagedObjectReference object,
    @Nullable String privilegeId)
    implements MethodFault {

  /** Copies the lists. */
  public NoPermission {
    faultMessage = List.copyOf(faultMessage);
  }

  /** Makes the fault without a cause and explanations. */
  public NoPermission(@Nullable ManagedObjectReference object, @Nullable String privilegeId) {
    this(null, List.of(), object, privilegeId);
  }
}

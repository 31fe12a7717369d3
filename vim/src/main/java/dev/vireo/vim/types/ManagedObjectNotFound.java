package dev.vireo.vim.types;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The object does not exist (any more) (VI API {@code ManagedObjectNotFound}).
 *
 * @param faultCause the fault that caused this one; null for none
 * @param faultMessage explanations
 * @param obj the object
 */
public record ManagedObjectNotFound(
    @Nullable LocalizedMethodFault faultCause,
    List<LocalizableMessage> faultMessage,
    ManagedObjectReference obj)
    implements MethodFault {

  /** Checks that the required components are there and copies the lists. */
  public ManagedObjectNotFound {
    Objects.requireNonNull(obj, "obj");
    faultMessage = List.copyOf(faultMessage);
  }

  /** Makes the fault without a cause and explanations. */
  public ManagedObjectNotFound(ManagedObjectReference obj) {
    this(null, List.of(), obj);
  }
}

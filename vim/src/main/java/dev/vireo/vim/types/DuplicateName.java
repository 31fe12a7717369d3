package dev.vireo.vim.types;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The name is in use (VI API {@code DuplicateName}).
 *
 * @param faultCause the fault that caused this one; null for none
 * @param faultMessage explanations
 * @param name the name
 * @param object the object that has it
 */
public record DuplicateName(
    @Nullable LocalizedMethodFault faultCause,
    List<LocalizableMessage> faultMessage,
    String name,
    ManagedObjectReference object)
    implements MethodFault {

  /** Checks that the required components are there and copies the lists. */
  public DuplicateName {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(object, "object");
    faultMessage = List.copyOf(faultMessage);
  }

  /** Makes the fault without a cause and explanations. */
  public DuplicateName(String name, ManagedObjectReference object) {
    this(null, List.of(), name, object);
  }
}

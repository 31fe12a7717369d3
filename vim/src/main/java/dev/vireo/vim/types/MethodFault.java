package dev.vireo.vim.types;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fault of the VI API as data (VI API {@code MethodFault}, the super type of all faults). A fault
 * without a record here is an {@link UnknownObject} with its name and content.
 */
public interface MethodFault extends DataObject {

  /** The fault that caused this one; null for none, and for a fault without a record. */
  default @Nullable LocalizedMethodFault faultCause() {
    return null;
  }

  /** Explanations; empty for a fault without a record. */
  default List<LocalizableMessage> faultMessage() {
    return List.of();
  }
}

package dev.vireo.vim.types;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A fault as data, with a text (VI API {@code LocalizedMethodFault}).
 *
 * @param fault the fault
 * @param localizedMessage text for a person; null when the server does not say
 */
public record LocalizedMethodFault(MethodFault fault, @Nullable String localizedMessage)
    implements DataObject {

  /** Checks that the required components are there. */
  public LocalizedMethodFault {
    Objects.requireNonNull(fault, "fault");
  }
}

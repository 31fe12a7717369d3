package dev.vireo.vim.types;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * VMware Tools do not run in the guest (VI API {@code ToolsUnavailable}).
 *
 * @param faultCause the fault that caused this one; null for none
 * @param faultMessage explanations
 */
public record ToolsUnavailable(
    @Nullable LocalizedMethodFault faultCause, List<LocalizableMessage> faultMessage)
    implements MethodFault {

  /** Copies the lists. */
  public ToolsUnavailable {
    faultMessage = List.copyOf(faultMessage);
  }

  /** Makes the fault without a cause and explanations. */
  public ToolsUnavailable() {
    this(null, List.of());
  }
}

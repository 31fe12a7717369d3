package dev.vireo.vim.types;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The machine's power state does not allow the operation (VI API {@code InvalidPowerState}).
 *
 * @param faultCause the fault that caused this one; null for none
 * @param faultMessage explanations
 * @param requestedState the state that the operation needs; null when the server does not say
 * @param existingState the state that the machine is in
 */
public record InvalidPowerState(
    @Nullable LocalizedMethodFault faultCause,
    List<LocalizableMessage> faultMessage,
    @Nullable VirtualMachinePowerState requestedState,
    VirtualMachinePowerState existingState)
    implements MethodFault {

  /** Checks that the required components are there and copies the lists. */
  public InvalidPowerState {
    Objects.requireNonNull(existingState, "existingState");
    faultMessage = List.copyOf(faultMessage);
  }

  /** Makes the fault without a cause and explanations. */
  public InvalidPowerState(
      @Nullable VirtualMachinePowerState requestedState, VirtualMachinePowerState existingState) {
    this(null, List.of(), requestedState, existingState);
  }
}

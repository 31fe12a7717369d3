package dev.vireo.internal.esx.task;

import dev.vireo.ErrorCode;
import dev.vireo.internal.esx.Attempt;
import dev.vireo.vim.types.VirtualMachinePowerState;
import org.jspecify.annotations.Nullable;

/** A state that an operation needs, with libvirt's complaint. */
public enum RequiredState {
  /** Runs. */
  ON(VirtualMachinePowerState.POWERED_ON, "Domain is not powered on"),
  /** Is off. */
  OFF(VirtualMachinePowerState.POWERED_OFF, "Domain is not powered off"),
  /** Is suspended. */
  SUSPENDED(VirtualMachinePowerState.SUSPENDED, "Domain is not suspended"),
  /** Runs or is suspended. */
  ACTIVE(null, "domain is not running"),
  /** Whatever it is. */
  ANY(null, "");

  @SuppressWarnings("ImmutableEnumChecker") // a record of a String
  private final @Nullable VirtualMachinePowerState state;

  private final String complaint;

  RequiredState(@Nullable VirtualMachinePowerState state, String complaint) {
    this.state = state;
    this.complaint = complaint;
  }

  /** Whether a domain is in this state. */
  public boolean is(VirtualMachinePowerState found) {
    return switch (this) {
      case ANY -> true;
      case ACTIVE -> !found.equals(VirtualMachinePowerState.POWERED_OFF);
      case ON, OFF, SUSPENDED -> found.equals(state);
    };
  }

  /**
   * Fails unless a domain is in this state.
   *
   * @throws dev.vireo.LibvirtException {@link ErrorCode#OPERATION_INVALID} when it is not
   */
  public void require(VirtualMachinePowerState found, Attempt attempt) {
    if (!is(found)) {
      throw attempt.error(ErrorCode.OPERATION_INVALID, complaint, null);
    }
  }
}

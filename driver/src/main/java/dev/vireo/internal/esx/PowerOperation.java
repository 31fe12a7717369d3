package dev.vireo.internal.esx;

import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.vim.methods.PowerOffVM_Task;
import dev.vireo.vim.methods.PowerOnVM_Task;
import dev.vireo.vim.methods.SuspendVM_Task;
import dev.vireo.vim.methods.VimMethod;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.VirtualMachinePowerState;
import java.util.function.Function;

/** The operations that the host carries out as a task, and the state that each needs. */
enum PowerOperation {
  /** Powers on. */
  CREATE(
      "start", RequiredState.OFF, RequiredState.ON, machine -> new PowerOnVM_Task(machine, null)),
  /** Writes the memory to disk. */
  SUSPEND("suspend", RequiredState.ON, RequiredState.SUSPENDED, SuspendVM_Task::new),
  /** Powers on after a suspension. */
  RESUME(
      "resume",
      RequiredState.SUSPENDED,
      RequiredState.ON,
      machine -> new PowerOnVM_Task(machine, null)),
  /** Powers off. */
  DESTROY("destroy", RequiredState.ON, RequiredState.OFF, PowerOffVM_Task::new);

  private final String text;
  private final RequiredState required;
  private final RequiredState result;

  @SuppressWarnings("ImmutableEnumChecker") // only method references without state
  private final Function<ManagedObjectReference, VimMethod<ManagedObjectReference>> method;

  PowerOperation(
      String text,
      RequiredState required,
      RequiredState result,
      Function<ManagedObjectReference, VimMethod<ManagedObjectReference>> method) {
    this.text = text;
    this.required = required;
    this.result = result;
    this.method = method;
  }

  /** Name of the operation, as virsh has it. */
  String text() {
    return text;
  }

  /** The state that it needs. */
  RequiredState required() {
    return required;
  }

  /** The state that it brings about. */
  RequiredState result() {
    return result;
  }

  /**
   * Whether a task is one that carries this operation out.
   *
   * @param descriptionId key of the task's description, such as {@code VirtualMachine.powerOn}
   */
  boolean isDoneBy(String descriptionId) {
    String called =
        switch (this) {
          case CREATE, RESUME -> "powerOn";
          case SUSPEND -> "suspend";
          case DESTROY -> "powerOff";
        };
    return descriptionId.equalsIgnoreCase("VirtualMachine." + called);
  }

  /** The call that starts the task. */
  VimMethod<ManagedObjectReference> method(ManagedObjectReference machine) {
    return method.apply(machine);
  }

  /** A state that an operation needs, with libvirt's complaint. */
  enum RequiredState {
    /** Runs. */
    ON(VirtualMachinePowerState.POWERED_ON, "Domain is not powered on"),
    /** Is off. */
    OFF(VirtualMachinePowerState.POWERED_OFF, "Domain is not powered off"),
    /** Is suspended. */
    SUSPENDED(VirtualMachinePowerState.SUSPENDED, "Domain is not suspended");

    @SuppressWarnings("ImmutableEnumChecker") // a record of a String
    private final VirtualMachinePowerState state;

    private final String complaint;

    RequiredState(VirtualMachinePowerState state, String complaint) {
      this.state = state;
      this.complaint = complaint;
    }

    /** Whether a domain is in this state. */
    boolean is(VirtualMachinePowerState found) {
      return found.equals(state);
    }

    /**
     * Fails unless a domain is in this state.
     *
     * @throws LibvirtException {@link ErrorCode#OPERATION_INVALID} when it is not
     */
    void require(VirtualMachinePowerState found, Attempt attempt) {
      if (!is(found)) {
        throw attempt.error(ErrorCode.OPERATION_INVALID, complaint, null);
      }
    }
  }
}

package dev.vireo.internal.esx.task;

import dev.vireo.vim.methods.VimMethod;
import dev.vireo.vim.types.ManagedObjectReference;

/** An operation on a virtual machine that the host carries out as a task. */
public interface MachineTask {

  /** The libvirt function. */
  String function();

  /** What it does, as a verb: {@code start}. */
  String verb();

  /** The state that it needs. */
  RequiredState required();

  /**
   * Whether the machine is as the task leaves it. Asked when the host's answer was lost; where the
   * machine cannot tell, never.
   */
  boolean isResult(MachineState now);

  /**
   * Whether a task of the machine is one that carries this operation out.
   *
   * @param descriptionId key of the task's description, such as {@code VirtualMachine.powerOn}
   */
  boolean isDoneBy(String descriptionId);

  /** The call that starts the task. */
  VimMethod<ManagedObjectReference> call(ManagedObjectReference machine);
}

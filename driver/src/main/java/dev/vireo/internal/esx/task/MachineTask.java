package dev.vireo.internal.esx.task;

import dev.vireo.internal.esx.Attempt;
import dev.vireo.vim.methods.VimMethod;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.List;

/** An operation on a virtual machine that the host carries out as a task. */
public interface MachineTask {

  /** The libvirt function. */
  String function();

  /** What it does, as a verb: {@code start}. */
  String verb();

  /** What to say when it fails: {@code Could not start domain}. */
  default String complaint() {
    return "Could not " + verb() + " domain";
  }

  /** What to say when its task ends with an error, where libvirt says something of its own. */
  default String endComplaint() {
    return complaint();
  }

  /** The state that it needs. */
  RequiredState required();

  /** Paths of properties of the machine that it wants to see, too. */
  default List<String> paths() {
    return List.of();
  }

  /**
   * Sees the machine before the task is asked for.
   *
   * @throws dev.vireo.LibvirtException when it is not as it has to be
   */
  default void check(MachineState before, Attempt attempt) {
    required().require(before.power(), attempt);
  }

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

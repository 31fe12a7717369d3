package dev.vireo.internal.esx.definition;

import dev.vireo.internal.esx.task.MachineState;
import dev.vireo.internal.esx.task.MachineTask;
import dev.vireo.internal.esx.task.RequiredState;
import dev.vireo.vim.methods.ReconfigVM_Task;
import dev.vireo.vim.methods.VimMethod;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.VirtualMachineConfigSpec;

/**
 * Changes a machine as a spec says.
 *
 * @param spec what changes
 */
record ReconfigureTask(VirtualMachineConfigSpec spec) implements MachineTask {

  @Override
  public String function() {
    return DefinedDomains.FUNCTION;
  }

  @Override
  public String verb() {
    return "define";
  }

  @Override
  public RequiredState required() {
    return RequiredState.ANY;
  }

  @Override
  public boolean isResult(MachineState now) {
    return false;
  }

  @Override
  public boolean isDoneBy(String descriptionId) {
    return descriptionId.equalsIgnoreCase("VirtualMachine.reconfigure");
  }

  @Override
  public VimMethod<ManagedObjectReference> call(ManagedObjectReference machine) {
    return new ReconfigVM_Task(machine, spec);
  }
}

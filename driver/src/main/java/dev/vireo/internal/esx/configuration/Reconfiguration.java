package dev.vireo.internal.esx.configuration;

import dev.vireo.internal.esx.task.MachineState;
import dev.vireo.internal.esx.task.MachineTask;
import dev.vireo.internal.esx.task.RequiredState;
import dev.vireo.vim.methods.ReconfigVM_Task;
import dev.vireo.vim.methods.VimMethod;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.VirtualMachineConfigSpec;

/**
 * A change of a machine's configuration.
 *
 * @param purpose what it is for
 * @param spec what changes
 */
record Reconfiguration(Purpose purpose, VirtualMachineConfigSpec spec) implements MachineTask {

  @Override
  public String function() {
    return purpose.function();
  }

  @Override
  public String verb() {
    return purpose.verb();
  }

  @Override
  public String complaint() {
    return purpose.complaint();
  }

  @Override
  public RequiredState required() {
    return purpose.required();
  }

  /** The task tells; the state of the machine does not. */
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

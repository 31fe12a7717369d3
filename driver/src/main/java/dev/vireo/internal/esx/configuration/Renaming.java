package dev.vireo.internal.esx.configuration;

import dev.vireo.internal.esx.InventoryName;
import dev.vireo.internal.esx.task.MachineState;
import dev.vireo.internal.esx.task.MachineTask;
import dev.vireo.internal.esx.task.RequiredState;
import dev.vireo.vim.methods.Rename_Task;
import dev.vireo.vim.methods.VimMethod;
import dev.vireo.vim.types.ManagedObjectReference;

/**
 * A change of a machine's name.
 *
 * @param name the name, as users write it
 */
record Renaming(String name) implements MachineTask {

  static final String FUNCTION = "virDomainRename";
  static final String COMPLAINT = "Could not rename domain";

  @Override
  public String function() {
    return FUNCTION;
  }

  @Override
  public String verb() {
    return "rename";
  }

  @Override
  public RequiredState required() {
    return RequiredState.ANY;
  }

  /** The task tells; what is read of the machine does not. */
  @Override
  public boolean isResult(MachineState now) {
    return false;
  }

  /** Hosts call it by what was called, vCenters by what it is called on. */
  @Override
  public boolean isDoneBy(String descriptionId) {
    return descriptionId.equalsIgnoreCase("ManagedEntity.rename")
        || descriptionId.equalsIgnoreCase("VirtualMachine.rename");
  }

  @Override
  public VimMethod<ManagedObjectReference> call(ManagedObjectReference machine) {
    return new Rename_Task(machine, InventoryName.escape(name));
  }
}

package dev.vireo.internal.esx.migration;

import dev.vireo.internal.esx.InventoryName;
import dev.vireo.internal.esx.task.MachineState;
import dev.vireo.internal.esx.task.MachineTask;
import dev.vireo.internal.esx.task.RequiredState;
import dev.vireo.vim.methods.Rename_Task;
import dev.vireo.vim.methods.VimMethod;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.List;
import java.util.Locale;

/**
 * Gives a machine another name on its way.
 *
 * @param name the name, as users write it
 */
record NameChange(String name) implements MachineTask {

  private static final String NAME = "name";

  @Override
  public String function() {
    return DomainMigration.PERFORM;
  }

  @Override
  public String verb() {
    return "rename";
  }

  @Override
  public RequiredState required() {
    return RequiredState.ANY;
  }

  @Override
  public List<String> paths() {
    return List.of(NAME);
  }

  @Override
  public boolean isResult(MachineState now) {
    return InventoryName.escape(name).equals(now.properties().find(NAME, String.class));
  }

  @Override
  public boolean isDoneBy(String descriptionId) {
    return descriptionId.toLowerCase(Locale.ROOT).endsWith(".rename");
  }

  @Override
  public VimMethod<ManagedObjectReference> call(ManagedObjectReference machine) {
    return new Rename_Task(machine, InventoryName.escape(name));
  }
}

package dev.vireo.internal.esx.migration;

import dev.vireo.internal.esx.task.MachineState;
import dev.vireo.internal.esx.task.MachineTask;
import dev.vireo.internal.esx.task.RequiredState;
import dev.vireo.vim.methods.MigrateVM_Task;
import dev.vireo.vim.methods.RelocateVM_Task;
import dev.vireo.vim.methods.VimMethod;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.VirtualMachineRelocateSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Moves a machine to another host.
 *
 * @param target where it goes
 * @param call how the vCenter is asked
 * @param required the state that the machine has to have
 */
record MachineMove(Target target, How call, RequiredState required) implements MachineTask {

  private static final String HOST = "runtime.host";
  private static final String DEFAULT_PRIORITY = "defaultPriority";

  /**
   * Where a machine goes.
   *
   * @param host the host
   * @param pool the resource pool
   * @param datastore the datastore for all its files; null to leave them where they are
   */
  record Target(
      ManagedObjectReference host,
      ManagedObjectReference pool,
      @Nullable ManagedObjectReference datastore) {

    /** The same for the calls that take it in one piece. */
    VirtualMachineRelocateSpec spec() {
      return VirtualMachineRelocateSpec.builder()
          .datastore(datastore)
          .pool(pool)
          .host(host)
          .build();
    }
  }

  /** The two calls that a vCenter may have for it. */
  enum How {
    /** The one that all vCenters have had, and that cannot move files. */
    MIGRATE("VirtualMachine.migrate"),
    /** The one that moves everything. */
    RELOCATE("VirtualMachine.relocate");

    private final String description;

    How(String description) {
      this.description = description;
    }
  }

  @Override
  public String function() {
    return DomainMigration.PERFORM;
  }

  @Override
  public String verb() {
    return "migrate";
  }

  @Override
  public String endComplaint() {
    return "Could not migrate domain, migration task finished with an error";
  }

  @Override
  public List<String> paths() {
    return List.of(HOST);
  }

  @Override
  public boolean isResult(MachineState now) {
    return target.host().equals(now.properties().find(HOST, ManagedObjectReference.class));
  }

  @Override
  public boolean isDoneBy(String descriptionId) {
    return descriptionId.equalsIgnoreCase(call.description);
  }

  @Override
  public VimMethod<ManagedObjectReference> call(ManagedObjectReference machine) {
    return switch (call) {
      case MIGRATE ->
          new MigrateVM_Task(machine, target.pool(), target.host(), DEFAULT_PRIORITY, null);
      case RELOCATE -> new RelocateVM_Task(machine, target.spec(), null);
    };
  }
}

package dev.vireo.internal.esx.task;

import dev.vireo.internal.esx.HostQueries;
import dev.vireo.internal.esx.MachineIdentity;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.property.ObjectProperties;
import dev.vireo.vim.property.PropertyFilter;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.TaskInfoState;
import dev.vireo.vim.types.VirtualMachinePowerState;
import dev.vireo.vim.types.VirtualMachineQuestionInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A virtual machine as it is now: whether it runs, what it asks, and which tasks it had lately.
 *
 * @param properties the machine
 * @param tasks its recent tasks
 */
public record MachineState(ObjectProperties properties, List<ObjectProperties> tasks) {

  private static final String QUESTION = "runtime.question";
  private static final String TASK_STATE = "info.state";
  private static final String TASK_DESCRIPTION = "info.descriptionId";

  /** Reads it, in one request; empty when the machine does not exist any more. */
  public static Optional<MachineState> read(VimClient client, ManagedObjectReference machine) {
    return read(client, machine, List.of());
  }

  /**
   * Reads it, in one request; empty when the machine does not exist any more.
   *
   * @param more paths of further properties of the machine
   */
  static Optional<MachineState> read(
      VimClient client, ManagedObjectReference machine, List<String> more) {
    List<String> paths = new ArrayList<>(List.of(MachineIdentity.POWER_STATE, QUESTION));
    paths.addAll(more);
    List<ObjectProperties> found =
        client
            .propertyCollector()
            .retrieve(
                new PropertyFilter()
                    .select(HostQueries.MACHINE, paths)
                    .select("Task", TASK_STATE, TASK_DESCRIPTION)
                    .from(
                        machine,
                        PropertyFilter.traversal("task", HostQueries.MACHINE, "recentTask"))
                    .build());
    List<ObjectProperties> tasks = new ArrayList<>();
    ObjectProperties properties = null;
    for (ObjectProperties each : found) {
      if (each.object().equals(machine)) {
        properties = each;
      } else {
        tasks.add(each);
      }
    }
    return Optional.ofNullable(properties).map(it -> new MachineState(it, tasks));
  }

  /** Whether it runs. */
  public VirtualMachinePowerState power() {
    return properties.get(MachineIdentity.POWER_STATE, VirtualMachinePowerState.class);
  }

  /** What it asks; null for nothing. */
  public @Nullable VirtualMachineQuestionInfo question() {
    return properties.find(QUESTION, VirtualMachineQuestionInfo.class);
  }

  /** Whether a task works on it. */
  public boolean isBusy() {
    for (ObjectProperties task : tasks) {
      TaskInfoState state = task.find(TASK_STATE, TaskInfoState.class);
      if (TaskInfoState.QUEUED.equals(state) || TaskInfoState.RUNNING.equals(state)) {
        return true;
      }
    }
    return false;
  }

  /** A task of an operation that there was not before. */
  public Optional<ManagedObjectReference> newTask(MachineTask operation, MachineState before) {
    List<ManagedObjectReference> old = before.tasks.stream().map(ObjectProperties::object).toList();
    return tasks.stream()
        .filter(task -> !old.contains(task.object()))
        .filter(task -> operation.isDoneBy(task.get(TASK_DESCRIPTION, String.class)))
        .map(ObjectProperties::object)
        .findFirst();
  }
}

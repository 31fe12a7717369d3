package dev.vireo.internal.esx.task;

import dev.vireo.TaskOptions;
import dev.vireo.vim.TaskAbandonedException;
import dev.vireo.vim.TaskFailedException;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.property.ObjectProperties;
import dev.vireo.vim.property.PropertyFilter;
import dev.vireo.vim.task.TaskWait;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.TaskInfoState;
import java.util.List;

/**
 * The tasks that a server carries out now. They are looked at when the answer to a call was lost:
 * one of them may be what was asked for.
 */
public final class RunningTasks {

  private static final System.Logger LOG = System.getLogger(RunningTasks.class.getName());
  private static final String STATE = "info.state";
  private static final String DESCRIPTION = "info.descriptionId";

  private RunningTasks() {}

  /**
   * Those of a kind: one request.
   *
   * @param descriptionId key of their description, such as {@code Folder.registerVm}
   */
  public static List<ManagedObjectReference> of(VimClient client, String descriptionId) {
    ManagedObjectReference manager = client.serviceContent().taskManager();
    if (manager == null) {
      return List.of();
    }
    return client
        .propertyCollector()
        .retrieve(
            new PropertyFilter()
                .select("Task", STATE, DESCRIPTION)
                .from(manager, PropertyFilter.traversal("task", "TaskManager", "recentTask"))
                .build())
        .stream()
        .filter(task -> descriptionId.equalsIgnoreCase(task.find(DESCRIPTION, String.class)))
        .filter(RunningTasks::runs)
        .map(ObjectProperties::object)
        .toList();
  }

  private static boolean runs(ObjectProperties task) {
    TaskInfoState state = task.find(STATE, TaskInfoState.class);
    return TaskInfoState.QUEUED.equals(state) || TaskInfoState.RUNNING.equals(state);
  }

  /** Waits until they have ended, in whatever way; they are not cancelled. */
  public static void awaitAll(
      VimClient client, List<ManagedObjectReference> tasks, TaskOptions options) {
    for (ManagedObjectReference task : tasks) {
      try {
        client.tasks().await(task, TaskWait.of("look").withTimeout(options.timeout()));
      } catch (TaskFailedException e) {
        LOG.log(System.Logger.Level.DEBUG, "A task that was looked at has failed", e);
      } catch (TaskAbandonedException e) {
        LOG.log(System.Logger.Level.DEBUG, "A task that was looked at goes on", e);
      }
    }
  }
}

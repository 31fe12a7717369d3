package dev.vireo.simulator.internal.task;

import dev.vireo.simulator.internal.description.TaskDescriptions;
import dev.vireo.simulator.internal.object.HostState;
import dev.vireo.simulator.internal.object.ManagedObject;
import dev.vireo.simulator.internal.object.PropertyTable;
import dev.vireo.simulator.internal.object.References;
import dev.vireo.vim.types.ManagedObjectReference;

/** The tasks of late (VI API {@code TaskManager}). */
public final class TaskList extends ManagedObject {

  private static final PropertyTable<TaskList> PROPERTIES =
      PropertyTable.<TaskList>of("TaskManager")
          .with("recentTask", (list, api) -> list.recent.array())
          .with("description", (list, api) -> TaskDescriptions.of(api))
          .with("maxCollector", (list, api) -> 32)
          .build();

  private static final int MAX_RECENT = 200;

  private final HostState state;
  private final References<Task> recent = new References<>();

  public TaskList(HostState state, ManagedObjectReference ref) {
    super(ref);
    this.state = state;
  }

  void add(Task task) {
    recent.add(task);
    if (recent.objects().size() > MAX_RECENT) {
      recent.remove(recent.objects().getFirst());
    }
    state.restructured(this);
  }

  void remove(Task task) {
    if (recent.remove(task)) {
      state.restructured(this);
    }
  }

  @Override
  protected PropertyTable<?> table() {
    return PROPERTIES;
  }
}

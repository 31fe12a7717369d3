package dev.vireo.simulator.internal.task;

import dev.vireo.simulator.internal.inventory.ManagedEntity;
import dev.vireo.simulator.internal.object.Faults;
import dev.vireo.simulator.internal.object.HostState;
import dev.vireo.simulator.internal.object.ManagedObject;
import dev.vireo.simulator.internal.object.PropertyTable;
import dev.vireo.simulator.internal.object.RaisedFault;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.vim.types.LocalizedMethodFault;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.TaskInfo;
import dev.vireo.vim.types.TaskInfoState;
import dev.vireo.vim.types.TaskReason;
import dev.vireo.vim.types.TaskReasonUser;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that the host does after it has answered (VI API {@code Task}). */
public final class Task extends ManagedObject implements Happening {

  private static final PropertyTable<Task> PROPERTIES =
      PropertyTable.<Task>of("Task", PropertyTable.<Task>of("ExtensibleManagedObject").build())
          .with("info", (task, api) -> task.info())
          .build();

  /**
   * What is known of a task when it is queued.
   *
   * @param method name of the VI method
   * @param descriptionId key of its description
   * @param entity the entity that it works on
   * @param reason who wanted it
   * @param cancelable whether it can be cancelled
   */
  public record Order(
      String method,
      String descriptionId,
      ManagedEntity entity,
      TaskReason reason,
      boolean cancelable) {}

  private final HostState state;
  private final Order order;
  private final TaskWork work;
  private final @Nullable RaisedFault destiny;
  private final int chain;
  private final Instant queued;
  private TaskInfoState phase = TaskInfoState.QUEUED;
  private boolean cancelable;
  private boolean cancelled;
  private boolean waiting;
  private @Nullable Integer progress;
  private @Nullable LocalizedMethodFault error;
  private @Nullable Object result;
  private @Nullable Instant started;
  private @Nullable Instant completed;

  Task(
      HostState state,
      ManagedObjectReference ref,
      Order order,
      TaskWork work,
      @Nullable RaisedFault destiny,
      int chain,
      Instant queued) {
    super(ref);
    this.state = state;
    this.order = order;
    this.work = work;
    this.destiny = destiny;
    this.chain = chain;
    this.queued = queued;
    this.cancelable = order.cancelable();
  }

  TaskWork work() {
    return work;
  }

  /** The fault that this task fails with because a rule says so; null for none. */
  @Nullable RaisedFault destiny() {
    return destiny;
  }

  /** Whether a user has started it. */
  public boolean isOf(String user) {
    return order.reason() instanceof TaskReasonUser by && by.userName().equals(user);
  }

  /** What it works on. */
  public ManagedEntity entity() {
    return order.entity();
  }

  /** Whether it has succeeded or failed. */
  public boolean done() {
    return completed != null;
  }

  @Nullable Instant completed() {
    return completed;
  }

  boolean cancelable() {
    return cancelable;
  }

  /** Whether it stands still until somebody resumes it. */
  boolean waiting() {
    return waiting;
  }

  /**
   * Lets it stand still.
   *
   * @param cancelableMeanwhile whether it can be cancelled while it does, if it can be at all
   */
  void pause(boolean cancelableMeanwhile) {
    waiting = true;
    cancelable = order.cancelable() && cancelableMeanwhile;
    state.changed(this);
  }

  /** Lets it go on. */
  void resume() {
    waiting = false;
    cancelable = order.cancelable();
    state.changed(this);
  }

  void start(Instant now) {
    phase = TaskInfoState.RUNNING;
    started = now;
    progress = 0;
    state.changed(this);
  }

  void progress(int percent) {
    progress = percent;
    state.changed(this);
  }

  void succeed(@Nullable Object newResult, Instant now) {
    result = newResult;
    progress = 100;
    complete(TaskInfoState.SUCCESS, now);
  }

  void fail(RaisedFault fault, boolean byUser, Instant now) {
    error = Faults.localized(fault);
    cancelled = byUser;
    complete(TaskInfoState.ERROR, now);
  }

  private void complete(TaskInfoState newPhase, Instant now) {
    phase = newPhase;
    completed = now;
    waiting = false;
    if (started == null) {
      started = now;
    }
    state.changed(this);
    work.end(this);
  }

  @Override
  public int number() {
    return chain;
  }

  @Override
  public TaskInfo shown(ApiRelease api) {
    return info();
  }

  /** How it is doing; under {@link HostState#read}. */
  public TaskInfo info() {
    ManagedEntity entity = order.entity();
    return TaskInfo.builder()
        .key(ref().value())
        .task(ref())
        .name(order.method())
        .descriptionId(order.descriptionId())
        .entity(entity.ref())
        .entityName(entity.name())
        .state(phase)
        .cancelled(cancelled)
        .cancelable(cancelable && !done())
        .error(error)
        .result(result)
        .progress(progress)
        .reason(order.reason())
        .queueTime(queued)
        .startTime(started)
        .completeTime(completed)
        .eventChainId(chain)
        .build();
  }

  @Override
  protected PropertyTable<?> table() {
    return PROPERTIES;
  }
}

package dev.vireo.simulator.internal.task;

import dev.vireo.simulator.internal.event.EventLog;
import dev.vireo.simulator.internal.inventory.ManagedEntity;
import dev.vireo.simulator.internal.object.Faults;
import dev.vireo.simulator.internal.object.HostState;
import dev.vireo.simulator.internal.object.RaisedFault;
import dev.vireo.simulator.internal.object.Registry;
import dev.vireo.simulator.internal.task.Task.Order;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.TaskReasonUser;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Carries tasks out on a thread of its own: queued, running, progress in quarters, and the end. A
 * task may stand still half-way because its machine asks something.
 */
public final class TaskEngine implements AutoCloseable {

  private static final Logger LOGGER = System.getLogger(TaskEngine.class.getName());
  private static final int STEPS = 4;
  private static final int WAITING_STEP = 2;
  private static final int MAX_KEPT = 1000;
  private static final int STOP_SECONDS = 10;
  private static final Duration SHOWN_AS_RECENT = Duration.ofMinutes(10);

  private final HostState state;
  private final Registry registry;
  private final TaskList list;
  private final EventLog events;
  private final InstantSource clock;
  private final long stepNanos;
  private final boolean vcenter;
  private final Consumer<ManagedEntity> succeeded;
  private final AtomicInteger numbers = new AtomicInteger();
  private final ArrayDeque<Task> kept = new ArrayDeque<>();
  private final ScheduledThreadPoolExecutor scheduler;

  /**
   * @param succeeded hears of each entity that a task has worked on with success, under write
   */
  public TaskEngine(
      HostState state,
      Registry registry,
      TaskList list,
      EventLog events,
      InstantSource clock,
      Duration duration,
      boolean vcenter,
      Consumer<ManagedEntity> succeeded) {
    this.state = state;
    this.registry = registry;
    this.list = list;
    this.events = events;
    this.clock = clock;
    this.stepNanos = duration.toNanos() / STEPS;
    this.vcenter = vcenter;
    this.succeeded = succeeded;
    this.scheduler =
        new ScheduledThreadPoolExecutor(
            1,
            runnable -> {
              Thread thread = new Thread(runnable, "vireo-simulator-tasks");
              thread.setDaemon(true);
              return thread;
            });
    scheduler.setRemoveOnCancelPolicy(true);
    scheduler.setKeepAliveTime(5, TimeUnit.SECONDS);
    scheduler.allowCoreThreadTimeOut(true);
  }

  /**
   * Queues a task. Call it under {@link HostState#write}; the task runs later.
   *
   * @param destiny what the task fails with in the end; null to let it do its work
   */
  public Task start(Order order, TaskWork work, @Nullable RaisedFault destiny) {
    int number = numbers.incrementAndGet();
    Instant now = clock.instant();
    String id =
        vcenter
            ? "task-" + number
            : "haTask-"
                + order.entity().ref().value()
                + "-vim."
                + order.descriptionId()
                + "-"
                + number;
    Task task =
        new Task(state, new ManagedObjectReference("Task", id), order, work, destiny, number, now);
    registry.add(task);
    forgetOld(now);
    kept.add(task);
    order.entity().addRecentTask(task);
    list.add(task);
    String user = order.reason() instanceof TaskReasonUser reason ? reason.userName() : "";
    events.add("TaskEvent", user, order.entity(), Map.of("info", task.info()));
    schedule(() -> begin(task), 0);
    return task;
  }

  /** The tasks that are still known, oldest first; under {@link HostState#read}. */
  public List<Task> history() {
    return List.copyOf(kept);
  }

  /** Runs something on the host after the time that a task takes, as guests do it. */
  public void later(Runnable action) {
    schedule(() -> state.write(action), stepNanos * STEPS);
  }

  private void begin(Task task) {
    state.write(() -> {
      if (task.done()) {
        return;
      }
      task.start(clock.instant());
      try {
        task.work().begin(task);
        schedule(() -> step(task, 1), stepNanos);
      } catch (RaisedFault fault) {
        task.fail(fault, false, clock.instant());
      }
    });
  }

  private void step(Task task, int number) {
    state.write(() -> {
      if (task.done()) {
        return;
      }
      if (number == STEPS) {
        finish(task);
        return;
      }
      task.progress(100 / STEPS * number);
      if (number == WAITING_STEP && task.work().mustWait()) {
        task.pause(task.work().cancelableWhileWaiting());
      } else {
        schedule(() -> step(task, number + 1), stepNanos);
      }
    });
  }

  private void finish(Task task) {
    try {
      RaisedFault destiny = task.destiny();
      if (destiny != null) {
        throw destiny;
      }
      Object result = task.work().finish(clock.instant());
      succeeded.accept(task.entity());
      task.succeed(result, clock.instant());
    } catch (RaisedFault fault) {
      task.fail(fault, false, clock.instant());
    } catch (RuntimeException e) {
      task.fail(Faults.systemError(e.toString()), false, clock.instant());
      throw e;
    }
  }

  /** Lets a task that stands still go on; without effect on others. Under write. */
  public void resume(Task task) {
    if (task.waiting()) {
      task.resume();
      schedule(() -> step(task, WAITING_STEP + 1), stepNanos);
    }
  }

  /**
   * Ends a task before its time. Under write.
   *
   * @throws RaisedFault when it has ended already, or cannot be cancelled
   */
  public void cancel(Task task) {
    if (task.done()) {
      throw Faults.invalidState();
    }
    if (!task.cancelable()) {
      throw Faults.notSupported();
    }
    task.fail(Faults.requestCanceled(), true, clock.instant());
  }

  /** Ends a task with a fault, because of an answer. Under write. */
  public void fail(Task task, RaisedFault fault) {
    task.fail(fault, false, clock.instant());
  }

  private void forgetOld(Instant now) {
    Instant limit = now.minus(SHOWN_AS_RECENT);
    for (Task task : kept) {
      Instant completed = task.completed();
      if (completed != null && completed.isBefore(limit)) {
        task.entity().removeRecentTask(task);
        list.remove(task);
      }
    }
    while (kept.size() >= MAX_KEPT && kept.getFirst().done()) {
      Task oldest = kept.removeFirst();
      oldest.entity().removeRecentTask(oldest);
      list.remove(oldest);
      registry.remove(oldest);
    }
  }

  private void schedule(Runnable action, long nanos) {
    try {
      var unused = scheduler.schedule(() -> run(action), nanos, TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      // The host has been switched off; nothing goes on any more.
      if (!scheduler.isShutdown()) {
        throw e;
      }
    }
  }

  private static void run(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      LOGGER.log(Level.ERROR, "A task failed in the simulator", e);
    }
  }

  @Override
  public void close() {
    scheduler.shutdownNow();
    try {
      if (!scheduler.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        LOGGER.log(Level.WARNING, "A task of the simulator does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

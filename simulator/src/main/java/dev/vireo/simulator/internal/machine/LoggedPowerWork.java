package dev.vireo.simulator.internal.machine;

import dev.vireo.simulator.internal.event.EventLog;
import dev.vireo.simulator.internal.task.Task;
import dev.vireo.simulator.internal.task.TaskWork;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A power operation that leaves its events in the log. */
final class LoggedPowerWork implements TaskWork {

  private final TaskWork work;
  private final PowerOperation operation;
  private final VirtualMachine vm;
  private final String user;
  private final EventLog log;

  LoggedPowerWork(PowerOperation operation, VirtualMachine vm, String user, EventLog log) {
    this.work = operation.on(vm);
    this.operation = operation;
    this.vm = vm;
    this.user = user;
    this.log = log;
  }

  @Override
  public void begin(Task task) {
    work.begin(task);
    log.add(operation.beginning(), user, vm, Map.of());
  }

  @Override
  public boolean mustWait() {
    boolean asked = vm.pending() != null;
    boolean waits = work.mustWait();
    String question = vm.pendingText();
    if (!asked && question != null) {
      log.add("VmMessageEvent", "", vm, Map.of("message", question));
    }
    return waits;
  }

  @Override
  public boolean cancelableWhileWaiting() {
    return work.cancelableWhileWaiting();
  }

  @Override
  public @Nullable Object finish(Instant now) {
    Object result = work.finish(now);
    String end = operation.end();
    if (end != null) {
      log.add(end, user, vm, Map.of());
    }
    return result;
  }

  @Override
  public void end(Task task) {
    work.end(task);
  }
}

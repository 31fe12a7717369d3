package dev.vireo.simulator.internal.service;

import dev.vireo.simulator.internal.inventory.ManagedEntity;
import dev.vireo.simulator.internal.task.Task;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.TaskFilterSpec;
import dev.vireo.vim.types.TaskFilterSpecByEntity;
import dev.vireo.vim.types.TaskFilterSpecByTime;
import dev.vireo.vim.types.TaskFilterSpecByUsername;
import dev.vireo.vim.types.TaskInfo;
import dev.vireo.vim.types.TaskReasonUser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses tasks by what a client wants of them. */
final class TaskChoice {

  private TaskChoice() {}

  /** Those of some tasks that a client wants, in the same order. */
  static List<Task> of(List<Task> tasks, TaskFilterSpec spec) {
    return tasks.stream().filter(task -> fits(task, spec)).toList();
  }

  private static boolean fits(Task task, TaskFilterSpec spec) {
    TaskInfo info = task.info();
    return isAbout(task.entity(), spec.entity())
        && isIn(info, spec.time())
        && isBy(info, spec.userName())
        && (spec.state().isEmpty() || spec.state().contains(info.state()))
        && (spec.eventChainId().isEmpty() || spec.eventChainId().contains(info.eventChainId()))
        && spec.alarm() == null
        && spec.scheduledTask() == null
        && spec.activationId().isEmpty()
        && spec.tag().isEmpty()
        && spec.parentTaskKey().isEmpty()
        && spec.rootTaskKey().isEmpty();
  }

  private static boolean isAbout(ManagedEntity entity, @Nullable TaskFilterSpecByEntity wanted) {
    if (wanted == null) {
      return true;
    }
    List<ManagedObjectReference> around = new ArrayList<>();
    for (ManagedEntity each = entity; each != null; each = each.parent()) {
      around.add(each.ref());
    }
    return EventChoice.includes(around, wanted.entity(), wanted.recursion());
  }

  private static boolean isIn(TaskInfo info, @Nullable TaskFilterSpecByTime wanted) {
    if (wanted == null) {
      return true;
    }
    Instant time =
        switch (wanted.timeType()) {
          case "startedTime" -> info.startTime();
          case "completedTime" -> info.completeTime();
          default -> info.queueTime();
        };
    return time != null && EventChoice.isBetween(time, wanted.beginTime(), wanted.endTime());
  }

  private static boolean isBy(TaskInfo info, @Nullable TaskFilterSpecByUsername wanted) {
    String user = info.reason() instanceof TaskReasonUser reason ? reason.userName() : "";
    return wanted == null || EventChoice.isBy(user, wanted.systemUser(), wanted.userList());
  }
}

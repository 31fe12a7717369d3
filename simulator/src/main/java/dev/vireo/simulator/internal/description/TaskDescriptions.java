package dev.vireo.simulator.internal.description;

import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.simulator.internal.schema.ObjectBuilder;
import dev.vireo.vim.types.ElementDescription;
import dev.vireo.vim.types.ObjectOf;
import java.util.List;

/** What tasks are called for people (VI API {@code TaskManager.description}). */
public final class TaskDescriptions {

  private TaskDescriptions() {}

  /** The description of all tasks, states and reasons. */
  public static ObjectOf of(ApiRelease api) {
    return ObjectBuilder.of("TaskDescription", api)
        .put(
            "methodInfo",
            Descriptions.table("tasks.txt").stream()
                .map(row -> new ElementDescription(row.get(1), row.get(2), row.get(0)))
                .toList())
        .put(
            "state",
            List.of(
                Descriptions.element("queued", "Queued"),
                Descriptions.element("running", "Running"),
                Descriptions.element("success", "Success"),
                Descriptions.element("error", "Error")))
        .put(
            "reason",
            List.of(
                Descriptions.type("TaskReasonSystem", "System task", api),
                Descriptions.type("TaskReasonUser", "User task", api),
                Descriptions.type("TaskReasonAlarm", "Alarm task", api),
                Descriptions.type("TaskReasonSchedule", "Scheduled task", api)))
        .build();
  }
}

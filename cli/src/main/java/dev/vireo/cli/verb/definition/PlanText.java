package dev.vireo.cli.verb.definition;

import dev.vireo.DefinitionChange;
import dev.vireo.DefinitionPlan;
import dev.vireo.PlannedRequest;
import dev.vireo.cli.Call;
import dev.vireo.cli.json.JsonWriter;

/** What a definition comes to, for people and for programs. */
final class PlanText {

  private static final String WAITS = " (waits until the domain is powered off)";

  private PlanText() {}

  /** Prints what would be done. */
  static void print(Call call, DefinitionPlan plan) {
    plan.warnings().forEach(call.output()::warning);
    if (call.json()) {
      call.print(json(plan));
    } else {
      call.output().print(text(plan));
    }
  }

  /** Tells what was left out, and what has to wait. */
  static void warn(Call call, DefinitionPlan done) {
    done.warnings().forEach(call.output()::warning);
    for (DefinitionChange change : done.waiting()) {
      call.output()
          .warning(
              "domain '" + done.name() + "' has to be powered off and defined again for " + change);
    }
  }

  private static String text(DefinitionPlan plan) {
    StringBuilder text = new StringBuilder("Domain '").append(plan.name()).append("' would ");
    if (plan.isNew()) {
      text.append("be new, with the file '").append(plan.configFile()).append("'\n");
    } else if (plan.changes().isEmpty()) {
      text.append("not change\n");
    } else {
      text.append("change:\n");
    }
    for (DefinitionChange change : plan.changes()) {
      text.append("  ").append(change).append(change.waits() ? WAITS : "").append('\n');
    }
    for (PlannedRequest request : plan.requests()) {
      text.append('\n').append(request.name()).append('\n').append(request.body());
      if (!request.body().endsWith("\n")) {
        text.append('\n');
      }
    }
    return text.toString();
  }

  private static JsonWriter json(DefinitionPlan plan) {
    JsonWriter json =
        new JsonWriter()
            .object()
            .key("name")
            .value(plan.name())
            .key("new")
            .value(plan.isNew())
            .key("file")
            .value(plan.configFile())
            .key("changes")
            .array();
    for (DefinitionChange change : plan.changes()) {
      json.object()
          .key("key")
          .value(change.key())
          .key("before")
          .value(change.before())
          .key("after")
          .value(change.after())
          .key("waits")
          .value(change.waits())
          .endObject();
    }
    json.endArray().key("requests").array();
    for (PlannedRequest request : plan.requests()) {
      json.object().key("name").value(request.name()).key("body").value(request.body()).endObject();
    }
    return json.endArray().endObject();
  }
}

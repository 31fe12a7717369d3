package dev.vireo.cli.verb.snapshot;

import dev.vireo.Domain;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.TaskOptions;
import dev.vireo.cli.Call;
import dev.vireo.cli.Progress;
import dev.vireo.cli.json.JsonWriter;
import dev.vireo.cli.verb.domain.DomainJson;
import dev.vireo.cli.verb.domain.TaskVerb;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something that the host does with a snapshot, and that is waited for. The progress is shown while
 * somebody watches, and Ctrl-C cancels the task.
 *
 * @param operation the operation, such as {@code revert to}
 * @param failed what to say first when it fails; null to say only why
 */
record SnapshotTask(String operation, @Nullable String failed) {

  /**
   * Does it.
   *
   * @param called the snapshot as messages name it
   * @param action does it
   */
  <T> T perform(Call call, String called, Function<TaskOptions, T> action) {
    try (Progress progress = Progress.start(call.session(), operation + " snapshot " + called)) {
      return action.apply(progress.taskOptions());
    } catch (LibvirtException e) {
      if (e.isOutcomeUnknown()) {
        throw TaskVerb.failure(
            "Lost track of the request to " + operation + " snapshot " + called, e);
      }
      if (failed != null || e.code() == ErrorCode.OPERATION_ABORTED) {
        String what = failed == null ? "Failed to " + operation + " snapshot" : failed;
        throw TaskVerb.failure(what + " " + called, e);
      }
      throw e;
    }
  }

  /**
   * Tells what was done with a snapshot.
   *
   * @param done one word, such as {@code deleted}
   * @param sentence the same for people, as virsh ends it
   */
  static void confirm(Call call, Domain domain, String snapshot, String done, String sentence) {
    if (call.json()) {
      JsonWriter json = DomainJson.begin(domain.getID(), domain.getName(), domain.getUUIDString());
      call.print(json.key("snapshot").value(snapshot).key("done").value(done).endObject());
    } else {
      call.output().extra(sentence);
    }
  }
}

package dev.vireo.cli.verb.domain;

import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.TaskOptions;
import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.Progress;
import dev.vireo.cli.verb.Verb;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A command that makes the host do something with a domain, and waits for it. The progress is shown
 * while somebody watches, and Ctrl-C cancels the task.
 */
public abstract class TaskVerb implements Verb {

  /** The operation as error messages name it: {@code start}. */
  protected abstract String operation();

  /**
   * Performs the operation.
   *
   * @param called the domain as the messages name it
   * @param operation does it
   */
  protected final void perform(Call call, String called, Consumer<TaskOptions> operation) {
    try (Progress progress = Progress.start(call.session(), operation() + " " + called)) {
      operation.accept(progress.taskOptions());
    } catch (LibvirtException e) {
      throw failure(
          e.isOutcomeUnknown() ? DomainFailure.of(operation(), called, e) : complaint(called), e);
    }
  }

  /**
   * What to say about a failure before the reason; null for nothing.
   *
   * @param called the domain as the messages name it
   */
  protected @Nullable String complaint(String called) {
    return "Failed to " + operation() + " domain '" + called + "'";
  }

  /**
   * The failure of something that was waited for; it has an exit code of its own where the user has
   * interrupted it.
   *
   * @param what the first line; null for none
   */
  public static CommandException failure(@Nullable String what, LibvirtException e) {
    String reason = e.getMessage() == null ? "operation aborted" : e.getMessage();
    return new CommandException(
        what == null ? List.of(reason) : List.of(what, reason),
        e.code() == ErrorCode.OPERATION_ABORTED ? CommandException.INTERRUPTED : 1,
        e);
  }
}

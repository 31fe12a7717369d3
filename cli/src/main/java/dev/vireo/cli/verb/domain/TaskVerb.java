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
      throw failure(DomainFailure.of(operation(), called, e), e);
    }
  }

  /**
   * The failure of something that was waited for; it has an exit code of its own where the user has
   * interrupted it.
   *
   * @param what the first line
   */
  public static CommandException failure(String what, LibvirtException e) {
    if (e.code() == ErrorCode.OPERATION_ABORTED) {
      String reason = e.getMessage();
      return new CommandException(
          List.of(what, reason == null ? "operation aborted" : reason),
          CommandException.INTERRUPTED,
          e);
    }
    return new CommandException(what, e);
  }
}

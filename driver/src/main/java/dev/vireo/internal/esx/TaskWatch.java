package dev.vireo.internal.esx;

import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.TaskOptions;
import dev.vireo.vim.FaultException;
import dev.vireo.vim.TaskFailedException;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.VimException;
import dev.vireo.vim.methods.CancelTask;
import dev.vireo.vim.property.PropertyFilter;
import dev.vireo.vim.soap.SoapCodec;
import dev.vireo.vim.types.LocalizedMethodFault;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.ObjectUpdate;
import dev.vireo.vim.types.PropertyChange;
import dev.vireo.vim.types.PropertyFilterSpec;
import dev.vireo.vim.types.TaskInfoState;
import dev.vireo.vim.types.VirtualMachineQuestionInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Waits for one task on one virtual machine, and sees to the questions that come up meanwhile. */
final class TaskWatch {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final Duration CANCEL_CHECK = Duration.ofSeconds(1);
  private static final String STATE = "info.state";
  private static final String PROGRESS = "info.progress";
  private static final String ERROR = "info.error";
  private static final String CANCELABLE = "info.cancelable";
  private static final String QUESTION = "runtime.question";
  private static final int DONE_PERCENT = 100;

  private final VimClient client;
  private final UpdateChannels channels;
  private final Questions questions;
  private final Attempt attempt;
  private final TaskOptions options;
  private final ManagedObjectReference machine;
  private final ManagedObjectReference task;
  private final long start = System.nanoTime();

  private @Nullable TaskInfoState state;
  private @Nullable LocalizedMethodFault error;
  private @Nullable VirtualMachineQuestionInfo question;
  private @Nullable String answered;
  private boolean cancelable;
  private int progress = -1;

  TaskWatch(
      VimClient client,
      UpdateChannels channels,
      Questions questions,
      Attempt attempt,
      TaskOptions options,
      ManagedObjectReference machine,
      ManagedObjectReference task) {
    this.client = client;
    this.channels = channels;
    this.questions = questions;
    this.attempt = attempt;
    this.options = options;
    this.machine = machine;
    this.task = task;
  }

  /**
   * Waits until the task has succeeded.
   *
   * @throws TaskFailedException when it has failed
   * @throws LibvirtException when a question blocks it, the time is over or the caller cancelled
   */
  void await() {
    while (true) {
      int generation = client.sessionGeneration();
      try (UpdateChannel channel = channels.open(filter())) {
        follow(channel);
        return;
      } catch (FaultException e) {
        // A new session has none of the old one's filters: what was asked for is unknown there.
        if (client.sessionGeneration() == generation) {
          throw e;
        }
      }
    }
  }

  /** Progress is left out where nobody listens: each step would cost a request. */
  private PropertyFilterSpec filter() {
    List<String> paths = new ArrayList<>(List.of(STATE, ERROR, CANCELABLE));
    if (!options.progress().equals(TaskOptions.DEFAULT.progress())) {
      paths.add(PROGRESS);
    }
    return new PropertyFilter()
        .select("Task", paths)
        .select(Inventory.MACHINE, QUESTION)
        .from(task)
        .from(machine)
        .build();
  }

  private void follow(UpdateChannel channel) {
    while (true) {
      for (ObjectUpdate update : channel.next(longestWait())) {
        update.changeSet().forEach(this::apply);
      }
      if (TaskInfoState.SUCCESS.equals(state)) {
        report(DONE_PERCENT);
        return;
      }
      if (TaskInfoState.ERROR.equals(state)) {
        throw failed();
      }
      answerQuestion();
      stopWhenAsked();
    }
  }

  private Duration longestWait() {
    Duration longest =
        options.cancelled().equals(TaskOptions.DEFAULT.cancelled()) ? LONGEST_WAIT : CANCEL_CHECK;
    Duration limit = options.timeout();
    if (limit == null) {
      return longest;
    }
    Duration left = limit.minusNanos(System.nanoTime() - start);
    return left.compareTo(longest) < 0 ? left : longest;
  }

  private void apply(PropertyChange change) {
    Object value = change.val();
    switch (change.name()) {
      case STATE -> state = value instanceof TaskInfoState now ? now : state;
      case CANCELABLE -> cancelable = Boolean.TRUE.equals(value);
      case ERROR -> error = value instanceof LocalizedMethodFault now ? now : null;
      case QUESTION -> question = value instanceof VirtualMachineQuestionInfo now ? now : null;
      case PROGRESS -> {
        if (value instanceof Integer percent) {
          report(percent);
        }
      }
      default -> {} // not asked for
    }
  }

  private void report(int percent) {
    if (percent != progress && percent >= 0 && percent <= DONE_PERCENT) {
      progress = percent;
      options.progress().accept(percent);
    }
  }

  private TaskFailedException failed() {
    if (error == null) {
      return new TaskFailedException(attempt.operation(), "", null, "");
    }
    String text = error.localizedMessage();
    return new TaskFailedException(
        attempt.operation(),
        SoapCodec.faultName(error.fault()),
        error.fault(),
        text == null ? "" : text);
  }

  private void answerQuestion() {
    VirtualMachineQuestionInfo pending = question;
    if (pending == null || pending.id().equals(answered)) {
      return;
    }
    try {
      questions.handle(machine, pending, attempt);
      answered = pending.id();
    } catch (LibvirtException e) {
      throw attempt.error(e.code(), e.detail() + cancel(), e.getCause());
    }
  }

  private void stopWhenAsked() {
    if (options.cancelled().getAsBoolean()) {
      throw attempt.error(
          ErrorCode.OPERATION_ABORTED, attempt.complaint() + ": cancelled" + cancel(), null);
    }
    Duration limit = options.timeout();
    if (limit != null && System.nanoTime() - start >= limit.toNanos()) {
      throw attempt.error(
          ErrorCode.OPERATION_TIMEOUT,
          attempt.complaint() + ": not done after " + limit.toMillis() + " ms" + cancel(),
          null);
    }
  }

  /** Cancels the task when the host can, and says what became of it. */
  private String cancel() {
    if (!cancelable) {
      return "; the host cannot cancel the task, which goes on";
    }
    try {
      client.run(new CancelTask(task));
      return "; the task was cancelled";
    } catch (VimException e) {
      return "; the task could not be cancelled and may go on (" + e.getMessage() + ")";
    }
  }
}

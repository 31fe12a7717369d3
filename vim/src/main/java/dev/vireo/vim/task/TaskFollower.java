package dev.vireo.vim.task;

import dev.vireo.vim.TaskAbandonedException;
import dev.vireo.vim.TaskAbandonedException.Fate;
import dev.vireo.vim.TaskAbandonedException.Reason;
import dev.vireo.vim.TaskFailedException;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.VimException;
import dev.vireo.vim.methods.AnswerVM;
import dev.vireo.vim.methods.CancelTask;
import dev.vireo.vim.property.PropertyFilter;
import dev.vireo.vim.property.UpdateChannel;
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

/** What is known of one task, and what to do about it. */
final class TaskFollower {

  private static final Duration CANCEL_CHECK = Duration.ofSeconds(1);
  private static final String STATE = "info.state";
  private static final String PROGRESS = "info.progress";
  private static final String ERROR = "info.error";
  private static final String CANCELABLE = "info.cancelable";
  private static final String QUESTION = "runtime.question";
  private static final int DONE_PERCENT = 100;

  private final VimClient client;
  private final ManagedObjectReference task;
  private final TaskWait wait;
  private final long start = System.nanoTime();

  private @Nullable TaskInfoState state;
  private @Nullable LocalizedMethodFault error;
  private @Nullable VirtualMachineQuestionInfo question;
  private @Nullable String answered;
  private boolean cancelable;
  private int progress = -1;

  TaskFollower(VimClient client, ManagedObjectReference task, TaskWait wait) {
    this.client = client;
    this.task = task;
    this.wait = wait;
  }

  /** What to follow. Progress is left out where nobody listens: each step would cost a request. */
  PropertyFilterSpec filter() {
    List<String> paths = new ArrayList<>(List.of(STATE, ERROR, CANCELABLE));
    if (wait.progress() != null) {
      paths.add(PROGRESS);
    }
    PropertyFilter filter = new PropertyFilter().select(task.type(), paths).from(task);
    ManagedObjectReference machine = wait.machine();
    if (machine != null) {
      filter.select(machine.type(), QUESTION).from(machine);
    }
    return filter.build();
  }

  /** Waits until the task has succeeded. */
  void follow(UpdateChannel channel) {
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
    Duration longest = client.options().waitTimeout();
    if (wait.cancelled() != null && CANCEL_CHECK.compareTo(longest) < 0) {
      longest = CANCEL_CHECK;
    }
    Duration limit = wait.timeout();
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
    if (wait.progress() != null && percent != progress && percent >= 0 && percent <= DONE_PERCENT) {
      progress = percent;
      wait.progress().accept(percent);
    }
  }

  private TaskFailedException failed() {
    if (error == null) {
      return new TaskFailedException(wait.operation(), "", null, "");
    }
    String text = error.localizedMessage();
    return new TaskFailedException(
        wait.operation(),
        SoapCodec.faultName(error.fault()),
        error.fault(),
        text == null ? "" : text);
  }

  private void answerQuestion() {
    VirtualMachineQuestionInfo pending = question;
    ManagedObjectReference machine = wait.machine();
    if (pending == null || machine == null || pending.id().equals(answered)) {
      return;
    }
    String key = wait.questions().answer(pending);
    if (key == null) {
      throw abandoned(Reason.QUESTION, pending);
    }
    client.run(new AnswerVM(machine, pending.id(), key));
    answered = pending.id();
  }

  private void stopWhenAsked() {
    if (wait.cancelled() != null && wait.cancelled().getAsBoolean()) {
      throw abandoned(Reason.CANCELLED, null);
    }
    Duration limit = wait.timeout();
    if (limit != null && System.nanoTime() - start >= limit.toNanos()) {
      throw abandoned(Reason.TIMED_OUT, null);
    }
  }

  /** Cancels the task when the server can. */
  private TaskAbandonedException abandoned(
      Reason reason, @Nullable VirtualMachineQuestionInfo pending) {
    if (!cancelable) {
      return new TaskAbandonedException(
          wait.operation(), reason, Fate.NOT_CANCELABLE, pending, null);
    }
    try {
      client.run(new CancelTask(task));
      return new TaskAbandonedException(wait.operation(), reason, Fate.CANCELLED, pending, null);
    } catch (VimException e) {
      return new TaskAbandonedException(wait.operation(), reason, Fate.UNKNOWN, pending, e);
    }
  }
}

package dev.vireo.vim.task;

import dev.vireo.vim.TaskFailedException;
import dev.vireo.vim.property.ObjectProperties;
import dev.vireo.vim.soap.SoapCodec;
import dev.vireo.vim.types.LocalizedMethodFault;
import dev.vireo.vim.types.ObjectUpdate;
import dev.vireo.vim.types.PropertyChange;
import dev.vireo.vim.types.TaskInfoState;
import dev.vireo.vim.types.VirtualMachineQuestionInfo;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** What is known of a task, and of the machine that it may stand still at. */
final class TaskStatus {

  static final String STATE = "info.state";
  static final String PROGRESS = "info.progress";
  static final String ERROR = "info.error";
  static final String RESULT = "info.result";
  static final String CANCELABLE = "info.cancelable";
  static final String QUESTION = "runtime.question";
  private static final int DONE_PERCENT = 100;

  /** What an answer said about the task. */
  enum News {
    /** What was known. */
    NONE,
    /** Something changed, as it may do for ever. */
    CHANGE,
    /** The task came further than it ever was. */
    PROGRESS;

    private News with(News other) {
      return other.compareTo(this) > 0 ? other : this;
    }
  }

  private final String operation;
  private final @Nullable IntConsumer listener;
  private final Set<TaskInfoState> states = new HashSet<>();
  private @Nullable TaskInfoState state;
  private @Nullable LocalizedMethodFault error;
  private @Nullable Object result;
  private @Nullable VirtualMachineQuestionInfo question;
  private @Nullable Boolean cancelable;
  private int reported = -1;
  private int furthest = -1;

  /**
   * @param operation what the task does, for messages
   * @param listener hears the progress in percent; null for nobody
   */
  TaskStatus(String operation, @Nullable IntConsumer listener) {
    this.operation = operation;
    this.listener = listener;
  }

  /** What the task gives once it has succeeded; null when it gives nothing. */
  @Nullable Object result() {
    return result;
  }

  /** The question that the machine asks; null for none. */
  @Nullable VirtualMachineQuestionInfo question() {
    return question;
  }

  /** Whether the server has said that it cannot cancel the task. */
  boolean cannotBeCancelled() {
    return Boolean.FALSE.equals(cancelable);
  }

  /**
   * Whether the task has succeeded.
   *
   * @throws TaskFailedException when it has failed
   */
  boolean isDone() {
    if (TaskInfoState.SUCCESS.equals(state)) {
      report(DONE_PERCENT);
      return true;
    }
    if (TaskInfoState.ERROR.equals(state)) {
      throw failed();
    }
    return false;
  }

  /** Forgets what a new channel would not take back: that there is no question any more. */
  void beginAnew() {
    question = null;
  }

  /** Takes over what the task's properties say. */
  void look(ObjectProperties now) {
    state = now.get(STATE, TaskInfoState.class);
    error = now.find(ERROR, LocalizedMethodFault.class);
    result = now.find(RESULT, Object.class);
  }

  /** Takes changes over, and says what they mean. */
  News apply(List<ObjectUpdate> updates) {
    News news = News.NONE;
    for (ObjectUpdate update : updates) {
      for (PropertyChange change : update.changeSet()) {
        news = news.with(apply(change));
      }
    }
    return news;
  }

  private News apply(PropertyChange change) {
    Object value = change.val();
    return switch (change.name()) {
      case STATE -> value instanceof TaskInfoState now ? enter(now) : News.NONE;
      case PROGRESS -> value instanceof Integer percent ? advance(percent) : News.NONE;
      case CANCELABLE -> {
        Boolean before = cancelable;
        cancelable = Boolean.TRUE.equals(value);
        yield changed(!cancelable.equals(before));
      }
      case ERROR -> {
        error = value instanceof LocalizedMethodFault now ? now : null;
        yield News.NONE;
      }
      case RESULT -> {
        result = value;
        yield News.NONE;
      }
      case QUESTION -> {
        question = value instanceof VirtualMachineQuestionInfo now ? now : null;
        yield News.NONE;
      }
      default -> News.NONE; // not asked for
    };
  }

  private News enter(TaskInfoState now) {
    boolean change = !now.equals(state);
    state = now;
    boolean further = now.equals(TaskInfoState.QUEUED) || now.equals(TaskInfoState.RUNNING);
    return further && states.add(now) ? News.PROGRESS : changed(change);
  }

  private News advance(int percent) {
    if (percent < 0 || percent > DONE_PERCENT) {
      return News.NONE;
    }
    boolean change = percent != reported;
    boolean further = percent > furthest;
    furthest = Math.max(furthest, percent);
    report(percent);
    return further ? News.PROGRESS : changed(change);
  }

  private static News changed(boolean change) {
    return change ? News.CHANGE : News.NONE;
  }

  private void report(int percent) {
    if (listener != null && percent != reported) {
      reported = percent;
      listener.accept(percent);
    }
  }

  private TaskFailedException failed() {
    if (error == null) {
      return new TaskFailedException(operation, "", null, "");
    }
    String text = error.localizedMessage();
    return new TaskFailedException(
        operation, SoapCodec.faultName(error.fault()), error.fault(), text == null ? "" : text);
  }
}

package dev.vireo.vim.task;

import dev.vireo.vim.FaultException;
import dev.vireo.vim.Patience;
import dev.vireo.vim.ProtocolException;
import dev.vireo.vim.TaskAbandonedException;
import dev.vireo.vim.TaskAbandonedException.Fate;
import dev.vireo.vim.TaskAbandonedException.Reason;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.VimException;
import dev.vireo.vim.WaitClock;
import dev.vireo.vim.methods.AnswerVM;
import dev.vireo.vim.methods.CancelTask;
import dev.vireo.vim.property.PropertyFilter;
import dev.vireo.vim.property.UpdateChannel;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.ObjectUpdate;
import dev.vireo.vim.types.PropertyFilterSpec;
import dev.vireo.vim.types.VirtualMachineQuestionInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows one task: waits for its news, and decides what to do about them. */
final class TaskFollower {

  private static final Duration CANCEL_CHECK = Duration.ofSeconds(1);

  /** So often in a row may following the task be in vain: half a minute with the pauses. */
  private static final int ROUNDS = 10;

  /** An answer that comes sooner was not waited for. */
  private static final Duration AT_ONCE = Duration.ofMillis(500);

  /** So many answers may come at once, with nothing new, before the task is followed anew. */
  private static final int IDLE_ANSWERS = 3;

  /** No task asks so often; a machine that does is not answered for ever. */
  private static final int MOST_QUESTIONS = 50;

  private final VimClient client;
  private final ManagedObjectReference task;
  private final TaskWait wait;
  private final WaitClock clock;
  private final long start;
  private final Patience patience = new Patience(ROUNDS);
  private final TaskStatus status;
  private @Nullable String answered;
  private int questions;
  private @Nullable VimException unread;

  TaskFollower(VimClient client, ManagedObjectReference task, TaskWait wait) {
    this.client = client;
    this.task = task;
    this.wait = wait;
    this.status = new TaskStatus(wait.operation(), wait.progress());
    this.clock = client.options().clock();
    this.start = clock.nanoTime();
  }

  /** What the task gave; null when it gave nothing. */
  @Nullable Object result() {
    return status.result();
  }

  /** What to follow. Progress is left out where nobody listens: each step would cost a request. */
  PropertyFilterSpec filter() {
    List<String> paths =
        new ArrayList<>(
            List.of(TaskStatus.STATE, TaskStatus.ERROR, TaskStatus.RESULT, TaskStatus.CANCELABLE));
    if (wait.progress() != null) {
      paths.add(TaskStatus.PROGRESS);
    }
    PropertyFilter filter = new PropertyFilter().select(task.type(), paths).from(task);
    ManagedObjectReference machine = wait.machine();
    if (machine != null) {
      filter.select(machine.type(), TaskStatus.QUESTION).from(machine);
    }
    return filter.build();
  }

  /**
   * Waits until the task has succeeded.
   *
   * @throws ProtocolException of kind {@code ENDLESS} when the server does not wait, and has
   *     nothing to tell
   */
  void follow(UpdateChannel channel) {
    status.beginAnew();
    int idle = 0;
    while (true) {
      long asked = clock.nanoTime();
      List<ObjectUpdate> updates = channel.next(longestWait());
      Duration took = Duration.ofNanos(clock.nanoTime() - asked);
      boolean atOnce = took.compareTo(AT_ONCE) < 0;
      TaskStatus.News news = status.apply(updates);
      if (status.isDone()) {
        return;
      }
      answerQuestion();
      stopWhenAsked();
      note(news, took, atOnce);
      idle = atOnce && news == TaskStatus.News.NONE ? idle + 1 : 0;
      if (idle == IDLE_ANSWERS) {
        throw new ProtocolException(
            ProtocolException.Kind.ENDLESS,
            "The server does not wait for changes, and has none to tell.",
            null);
      }
    }
  }

  private void note(TaskStatus.News news, Duration took, boolean atOnce) {
    if (news == TaskStatus.News.PROGRESS) {
      patience.gained();
    } else if (!atOnce) {
      patience.worked(took);
    }
  }

  /**
   * Does what is needed before the task can be followed anew: pauses, opens the session again, and
   * looks at the task itself, should following it fail for ever.
   *
   * @param trouble why it could not be followed further
   * @param generation the session in which that happened
   * @return whether the task turns out to have succeeded meanwhile
   * @throws TaskAbandonedException when there is no hope left
   */
  boolean recovered(VimException trouble, int generation) {
    if (trouble.isGivenUp() || isRefusedLogin(trouble) || !patience.spend()) {
      throw lost(trouble);
    }
    pause(patience.pause());
    boolean sessionEnded = trouble instanceof FaultException e && e.isNotAuthenticated();
    if (sessionEnded && !client.renewSession(generation)) {
      throw lost(trouble);
    }
    return patience.spent() > 1 && look();
  }

  /** A server that refuses the password must not be asked again and again: it locks the user. */
  private static boolean isRefusedLogin(VimException e) {
    return e instanceof FaultException refusal
        && refusal.operation().equals("Login")
        && !refusal.isNotAuthenticated();
  }

  private boolean look() {
    try {
      status.look(
          client
              .propertyCollector()
              .retrieve(task, TaskStatus.STATE, TaskStatus.ERROR, TaskStatus.RESULT));
    } catch (VimException e) {
      if (e.isGivenUp()) {
        throw e;
      }
      unread = e;
      return false;
    }
    return status.isDone();
  }

  private TaskAbandonedException lost(VimException trouble) {
    if (unread != null && unread != trouble) {
      trouble.addSuppressed(unread);
    }
    return new TaskAbandonedException(wait.operation(), Reason.LOST, Fate.UNKNOWN, null, trouble);
  }

  /** Pauses as long as the caller wants to go on. */
  private void pause(Duration time) {
    Duration left = time;
    do {
      stopWhenAsked();
      Duration step = shorter(left, CANCEL_CHECK);
      client.pause(shorter(step, timeLeft(step)));
      left = left.minus(step);
    } while (left.isPositive());
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** Time until the caller's limit; without one as much as wanted. */
  private Duration timeLeft(Duration wanted) {
    Duration limit = wait.timeout();
    return limit == null ? wanted : limit.minusNanos(clock.nanoTime() - start);
  }

  private Duration longestWait() {
    Duration longest = client.options().waitTimeout();
    if (wait.cancelled() != null) {
      longest = shorter(CANCEL_CHECK, longest);
    }
    return shorter(timeLeft(longest), longest);
  }

  private void answerQuestion() {
    VirtualMachineQuestionInfo pending = status.question();
    ManagedObjectReference machine = wait.machine();
    if (pending == null || machine == null || pending.id().equals(answered)) {
      return;
    }
    String key = questions++ < MOST_QUESTIONS ? wait.questions().answer(pending) : null;
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
    if (limit != null && clock.nanoTime() - start >= limit.toNanos()) {
      throw abandoned(Reason.TIMED_OUT, null);
    }
  }

  /** Cancels the task unless the server has said that it cannot. */
  private TaskAbandonedException abandoned(
      Reason reason, @Nullable VirtualMachineQuestionInfo pending) {
    if (status.cannotBeCancelled()) {
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

package dev.vireo.internal.esx.task;

import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.TaskOptions;
import dev.vireo.internal.esx.Attempt;
import dev.vireo.internal.esx.HostContext;
import dev.vireo.spi.DomainHandle;
import dev.vireo.vim.TaskAbandonedException;
import dev.vireo.vim.TaskFailedException;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.VimException;
import dev.vireo.vim.methods.AnswerVM;
import dev.vireo.vim.task.TaskWait;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.VirtualMachineQuestionInfo;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Carries tasks on virtual machines out, each in the same way: answers a question that blocks the
 * machine, refuses what does not fit its state, starts the task once, waits for its end, and finds
 * out what became of it when an answer is lost.
 */
public final class MachineTasks {

  private final VimClient client;
  private final Questions questions;

  /**
   * @param client a client of the server that the machines belong to
   * @param questions what to do about questions
   */
  public MachineTasks(VimClient client, Questions questions) {
    this.client = client;
    this.questions = questions;
  }

  /**
   * Carries a task out and waits for its end.
   *
   * @return what the task gives; null when it gives nothing, or when its answer was lost and the
   *     machine shows that it was done
   * @throws LibvirtException when it does not succeed
   */
  public @Nullable Object run(MachineTask task, DomainHandle domain, TaskOptions options) {
    Attempt attempt = Attempt.onDomain(task.function(), task.complaint(), domain.name());
    return attempt.<@Nullable Object>get(
        () -> new Run(task, HostContext.machine(domain), attempt, options).carryOut());
  }

  /** One task. */
  private final class Run {

    private final MachineTask task;
    private final ManagedObjectReference machine;
    private final Attempt attempt;
    private final TaskOptions options;

    Run(MachineTask task, ManagedObjectReference machine, Attempt attempt, TaskOptions options) {
      this.task = task;
      this.machine = machine;
      this.attempt = attempt;
      this.options = options;
    }

    @Nullable Object carryOut() {
      LostAnswer lost = new LostAnswer(client, task, machine, prepare());
      Optional<ManagedObjectReference> started = begin(lost);
      return started.isEmpty() ? null : await(started.get(), lost);
    }

    private MachineState prepare() {
      MachineState state =
          MachineState.read(client, machine, task.paths()).orElseThrow(() -> attempt.gone(null));
      VirtualMachineQuestionInfo question = state.question();
      if (question != null) {
        answer(question);
      }
      if (state.isBusy()) {
        throw attempt.error(
            ErrorCode.OPERATION_INVALID, "Other tasks are pending for this domain", null);
      }
      task.check(state, attempt);
      return state;
    }

    private void answer(VirtualMachineQuestionInfo question) {
      String key = questions.answer(question, attempt.object(), options);
      if (key == null) {
        throw attempt.error(ErrorCode.INTERNAL_ERROR, questions.complaint(question), null);
      }
      client.run(new AnswerVM(machine, question.id(), key));
    }

    /**
     * Starts the task. That is asked for once only, whatever becomes of the answer.
     *
     * @return the task; empty when it is done already
     */
    private Optional<ManagedObjectReference> begin(LostAnswer lost) {
      try {
        return Optional.of(client.call(task.call(machine)));
      } catch (VimException e) {
        if (!e.mayHaveTakenEffect()) {
          throw e;
        }
        return switch (lost.find(e)) {
          case LostAnswer.Finding.Begun begun -> Optional.of(begun.task());
          case LostAnswer.Finding.Done done -> Optional.empty();
          case LostAnswer.Finding.Unknown unknown ->
              throw attempt.unknown(task.verb(), e, unknown.seen());
        };
      }
    }

    private @Nullable Object await(ManagedObjectReference started, LostAnswer lost) {
      TaskWait wait =
          TaskWait.of(task.verb())
              .withQuestions(
                  machine, question -> questions.answer(question, attempt.object(), options))
              .withTimeout(options.timeout())
              .withProgress(options.progress())
              .withCancelled(options.cancelled());
      try {
        return client.tasks().await(started, wait);
      } catch (TaskFailedException e) {
        throw attempt.saying(task.endComplaint()).translate(e);
      } catch (TaskAbandonedException e) {
        if (e.reason() != TaskAbandonedException.Reason.LOST) {
          throw abandoned(e);
        }
        VimException why = e.getCause() instanceof VimException cause ? cause : e;
        if (!lost.isDone(why)) {
          throw attempt.unknown(task.verb(), why, " its task had begun;");
        }
        return null;
      }
    }

    private LibvirtException abandoned(TaskAbandonedException e) {
      VirtualMachineQuestionInfo question = e.question();
      String fate = TaskEnd.of(e);
      boolean ended = e.fate() == TaskAbandonedException.Fate.CANCELLED;
      return switch (e.reason()) {
        case TIMED_OUT -> TaskEnd.timedOut(e, attempt, options);
        case CANCELLED -> TaskEnd.cancelled(e, attempt);
        case QUESTION ->
            attempt.givenUp(
                ErrorCode.INTERNAL_ERROR,
                (question == null ? attempt.complaint() : questions.complaint(question)) + fate,
                ended,
                e);
        case LOST -> attempt.unknown(task.verb(), e, "");
      };
    }
  }
}

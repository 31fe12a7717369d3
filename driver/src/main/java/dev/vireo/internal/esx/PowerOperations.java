package dev.vireo.internal.esx;

import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.TaskOptions;
import dev.vireo.internal.DomainHandle;
import dev.vireo.vim.TaskAbandonedException;
import dev.vireo.vim.VimException;
import dev.vireo.vim.methods.AnswerVM;
import dev.vireo.vim.property.ObjectProperties;
import dev.vireo.vim.task.TaskWait;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.VirtualMachinePowerState;
import dev.vireo.vim.types.VirtualMachineQuestionInfo;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Drives virtual machines: powers them on and off, suspends them, asks their guests. */
final class PowerOperations {

  private final Inventory inventory;
  private final Questions questions;

  PowerOperations(Inventory inventory, Questions questions) {
    this.inventory = inventory;
    this.questions = questions;
  }

  /** Carries an operation out and waits for its end. */
  void run(PowerOperation operation, DomainHandle domain, TaskOptions options) {
    Attempt attempt =
        Attempt.onDomain(
            operation.text(), "Could not " + operation.text() + " domain", domain.name());
    ManagedObjectReference machine = Machines.reference(domain);
    attempt.run(() -> {
      MachineState before = prepare(operation, machine, attempt);
      LostAnswer lost = new LostAnswer(inventory.client(), operation, machine, before);
      begin(operation, machine, lost, attempt)
          .ifPresent(task -> await(task, machine, lost, attempt, options));
    });
  }

  /**
   * Starts the task. That is asked for once only, whatever becomes of the answer.
   *
   * @return the task; empty when it is done already
   */
  private Optional<ManagedObjectReference> begin(
      PowerOperation operation, ManagedObjectReference machine, LostAnswer lost, Attempt attempt) {
    try {
      return Optional.of(inventory.client().call(operation.method(machine)));
    } catch (VimException e) {
      if (!e.mayHaveTakenEffect()) {
        throw e;
      }
      return switch (lost.find(e)) {
        case LostAnswer.Finding.Begun begun -> Optional.of(begun.task());
        case LostAnswer.Finding.Done done -> Optional.empty();
        case LostAnswer.Finding.Unknown unknown -> throw attempt.unknown(e, unknown.seen());
      };
    }
  }

  private void await(
      ManagedObjectReference task,
      ManagedObjectReference machine,
      LostAnswer lost,
      Attempt attempt,
      TaskOptions options) {
    TaskWait wait =
        TaskWait.of(attempt.operation())
            .withQuestions(machine, questions::answer)
            .withTimeout(options.timeout())
            .withProgress(ifSet(options.progress(), TaskOptions.DEFAULT.progress()))
            .withCancelled(ifSet(options.cancelled(), TaskOptions.DEFAULT.cancelled()));
    try {
      inventory.client().tasks().await(task, wait);
    } catch (TaskAbandonedException e) {
      if (e.reason() != TaskAbandonedException.Reason.LOST) {
        throw abandoned(e, attempt, options);
      }
      VimException why = e.getCause() instanceof VimException cause ? cause : e;
      if (!lost.isDone(why)) {
        throw attempt.unknown(why, " its task had begun;");
      }
    }
  }

  /** Asking a default that does nothing would cost requests. */
  private static <T> @Nullable T ifSet(T value, T unset) {
    return value.equals(unset) ? null : value;
  }

  private LibvirtException abandoned(
      TaskAbandonedException e, Attempt attempt, TaskOptions options) {
    VirtualMachineQuestionInfo question = e.question();
    String fate = fate(e);
    boolean ended = e.fate() == TaskAbandonedException.Fate.CANCELLED;
    return switch (e.reason()) {
      case TIMED_OUT ->
          attempt.givenUp(
              ErrorCode.OPERATION_TIMEOUT,
              attempt.complaint()
                  + ": not done after "
                  + Objects.requireNonNull(options.timeout()).toMillis()
                  + " ms"
                  + fate,
              ended,
              e);
      case CANCELLED ->
          attempt.givenUp(
              ErrorCode.OPERATION_ABORTED, attempt.complaint() + ": cancelled" + fate, ended, e);
      case QUESTION ->
          attempt.givenUp(
              ErrorCode.INTERNAL_ERROR,
              (question == null ? attempt.complaint() : questions.complaint(question)) + fate,
              ended,
              e);
      case LOST -> attempt.unknown(e, "");
    };
  }

  private static String fate(TaskAbandonedException e) {
    return switch (e.fate()) {
      case CANCELLED -> "; the task was cancelled";
      case NOT_CANCELABLE -> "; the host cannot cancel the task, which goes on";
      case UNKNOWN -> {
        Throwable cause = e.getCause();
        yield "; the task could not be cancelled and may go on"
            + (cause == null ? "" : " (" + cause.getMessage() + ")");
      }
    };
  }

  private MachineState prepare(
      PowerOperation operation, ManagedObjectReference machine, Attempt attempt) {
    MachineState state =
        MachineState.read(inventory.client(), machine)
            .orElseThrow(() ->
                attempt.error(
                    ErrorCode.NO_DOMAIN,
                    "The domain '" + attempt.object() + "' does not exist any more",
                    null));
    VirtualMachineQuestionInfo question = state.question();
    if (question != null) {
      answer(machine, question, attempt);
    }
    if (state.isBusy()) {
      throw attempt.error(
          ErrorCode.OPERATION_INVALID, "Other tasks are pending for this domain", null);
    }
    operation.required().require(state.power(), attempt);
    return state;
  }

  private void answer(
      ManagedObjectReference machine, VirtualMachineQuestionInfo question, Attempt attempt) {
    String key = questions.answer(question);
    if (key == null) {
      throw attempt.error(ErrorCode.INTERNAL_ERROR, questions.complaint(question), null);
    }
    inventory.client().run(new AnswerVM(machine, question.id(), key));
  }

  /** Asks the guest for something; does not wait until it is done. */
  void ask(GuestRequest request, DomainHandle domain) {
    Attempt attempt =
        Attempt.onDomain(
            request.text(),
            "Could not " + request.verb() + " domain '" + domain.name() + "'",
            domain.name());
    ManagedObjectReference machine = Machines.reference(domain);
    attempt.run(() -> {
      ObjectProperties state = inventory.machine(machine, List.of(MachineIdentity.POWER_STATE));
      PowerOperation.RequiredState.ON.require(
          state.get(MachineIdentity.POWER_STATE, VirtualMachinePowerState.class), attempt);
      ask(request, machine, attempt);
    });
  }

  private void ask(GuestRequest request, ManagedObjectReference machine, Attempt attempt) {
    try {
      inventory.client().run(request.method(machine));
    } catch (VimException e) {
      throw e.mayHaveTakenEffect() ? attempt.unknown(e, "") : e;
    }
  }
}

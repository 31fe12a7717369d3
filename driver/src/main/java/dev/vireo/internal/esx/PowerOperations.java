package dev.vireo.internal.esx;

import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.TaskOptions;
import dev.vireo.internal.DomainHandle;
import dev.vireo.vim.TaskAbandonedException;
import dev.vireo.vim.methods.AnswerVM;
import dev.vireo.vim.property.ObjectProperties;
import dev.vireo.vim.property.PropertyFilter;
import dev.vireo.vim.task.TaskWait;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.TaskInfoState;
import dev.vireo.vim.types.VirtualMachinePowerState;
import dev.vireo.vim.types.VirtualMachineQuestionInfo;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Drives virtual machines: powers them on and off, suspends them, asks their guests. */
final class PowerOperations {

  private static final String QUESTION = "runtime.question";
  private static final String TASK_STATE = "info.state";

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
      prepare(operation, machine, attempt);
      ManagedObjectReference task = inventory.client().call(operation.method(machine));
      await(task, machine, attempt, options);
    });
  }

  private void await(
      ManagedObjectReference task,
      ManagedObjectReference machine,
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
      throw abandoned(e, attempt, options);
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
    return switch (e.reason()) {
      case TIMED_OUT ->
          attempt.error(
              ErrorCode.OPERATION_TIMEOUT,
              attempt.complaint()
                  + ": not done after "
                  + Objects.requireNonNull(options.timeout()).toMillis()
                  + " ms"
                  + fate,
              e);
      case CANCELLED ->
          attempt.error(ErrorCode.OPERATION_ABORTED, attempt.complaint() + ": cancelled" + fate, e);
      case QUESTION ->
          attempt.error(
              ErrorCode.INTERNAL_ERROR,
              (question == null ? attempt.complaint() : questions.complaint(question)) + fate,
              e);
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

  private void prepare(PowerOperation operation, ManagedObjectReference machine, Attempt attempt) {
    List<ObjectProperties> found = readWithTasks(machine);
    ObjectProperties state = null;
    boolean busy = false;
    for (ObjectProperties each : found) {
      if (each.object().equals(machine)) {
        state = each;
      } else {
        busy |= isUnderWay(each);
      }
    }
    if (state == null) {
      throw attempt.error(
          ErrorCode.NO_DOMAIN,
          "The domain '" + attempt.object() + "' does not exist any more",
          null);
    }
    VirtualMachineQuestionInfo question = state.find(QUESTION, VirtualMachineQuestionInfo.class);
    if (question != null) {
      answer(machine, question, attempt);
    }
    if (busy) {
      throw attempt.error(
          ErrorCode.OPERATION_INVALID, "Other tasks are pending for this domain", null);
    }
    operation
        .required()
        .require(state.get(MachineIdentity.POWER_STATE, VirtualMachinePowerState.class), attempt);
  }

  private void answer(
      ManagedObjectReference machine, VirtualMachineQuestionInfo question, Attempt attempt) {
    String key = questions.answer(question);
    if (key == null) {
      throw attempt.error(ErrorCode.INTERNAL_ERROR, questions.complaint(question), null);
    }
    inventory.client().run(new AnswerVM(machine, question.id(), key));
  }

  /** The state of the machine and of its tasks, in one request. */
  private List<ObjectProperties> readWithTasks(ManagedObjectReference machine) {
    return inventory
        .client()
        .propertyCollector()
        .retrieve(
            new PropertyFilter()
                .select(Inventory.MACHINE, MachineIdentity.POWER_STATE, QUESTION)
                .select("Task", TASK_STATE)
                .from(machine, PropertyFilter.traversal("task", Inventory.MACHINE, "recentTask"))
                .build());
  }

  private static boolean isUnderWay(ObjectProperties task) {
    TaskInfoState state = task.find(TASK_STATE, TaskInfoState.class);
    return TaskInfoState.QUEUED.equals(state) || TaskInfoState.RUNNING.equals(state);
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
      inventory.client().run(request.method(machine));
    });
  }
}

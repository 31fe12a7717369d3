package dev.vireo.internal.esx;

import dev.vireo.ErrorCode;
import dev.vireo.TaskOptions;
import dev.vireo.internal.DomainHandle;
import dev.vireo.vim.property.ObjectProperties;
import dev.vireo.vim.property.PropertyFilter;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.TaskInfoState;
import dev.vireo.vim.types.VirtualMachinePowerState;
import dev.vireo.vim.types.VirtualMachineQuestionInfo;
import java.util.List;

/** Drives virtual machines: powers them on and off, suspends them, asks their guests. */
final class PowerOperations {

  private static final String QUESTION = "runtime.question";
  private static final String TASK_STATE = "info.state";

  private final Inventory inventory;
  private final Questions questions;
  private final UpdateChannels channels;

  PowerOperations(Inventory inventory, Questions questions) {
    this.inventory = inventory;
    this.questions = questions;
    this.channels = new UpdateChannels(inventory.client());
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
      new TaskWatch(inventory.client(), channels, questions, attempt, options, machine, task)
          .await();
    });
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
      questions.handle(machine, question, attempt);
    }
    if (busy) {
      throw attempt.error(
          ErrorCode.OPERATION_INVALID, "Other tasks are pending for this domain", null);
    }
    operation
        .required()
        .require(state.get(MachineIdentity.POWER_STATE, VirtualMachinePowerState.class), attempt);
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

package dev.vireo.simulator.internal.machine;

import dev.vireo.simulator.GuestQuestion;
import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.internal.host.SimulatedHost;
import dev.vireo.simulator.internal.inventory.Datacenter;
import dev.vireo.simulator.internal.object.Faults;
import dev.vireo.simulator.internal.object.HostState;
import dev.vireo.simulator.internal.object.RaisedFault;
import dev.vireo.simulator.internal.task.Task;
import dev.vireo.simulator.internal.task.Task.Order;
import dev.vireo.simulator.internal.task.TaskWork;
import dev.vireo.vim.types.ClusterAttemptedVmInfo;
import dev.vireo.vim.types.ClusterPowerOnVmResult;
import dev.vireo.vim.types.TaskReason;
import dev.vireo.vim.types.TaskReasonUser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What clients do with the power of machines, and with the questions that come of it. */
public final class PowerService {

  private final SimulatedHost host;

  /**
   * @param host the host of the machines
   */
  public PowerService(SimulatedHost host) {
    this.host = host;
  }

  /** Queues a power operation. Under {@link HostState#write}. */
  public Task start(
      PowerOperation operation,
      VirtualMachine vm,
      TaskReason reason,
      @Nullable RaisedFault destiny) {
    Order order = new Order(operation.method(), operation.descriptionId(), vm, reason, true);
    String user = reason instanceof TaskReasonUser by ? by.userName() : "";
    TaskWork work = new LoggedPowerWork(operation, vm, user, host.events());
    return host.tasks().start(order, work, destiny);
  }

  /** Queues a task that switches several machines on, each by a task of its own. Under write. */
  public Task startMany(
      Datacenter datacenter,
      List<VirtualMachine> vms,
      TaskReason reason,
      @Nullable RaisedFault destiny) {
    Order order =
        new Order("PowerOnMultiVM_Task", "Datacenter.powerOnVm", datacenter, reason, false);
    List<ClusterAttemptedVmInfo> attempted = new ArrayList<>();
    TaskWork work =
        new TaskWork() {
          @Override
          public void begin(Task task) {
            for (VirtualMachine vm : vms) {
              Task each = start(PowerOperation.POWER_ON, vm, reason, null);
              attempted.add(new ClusterAttemptedVmInfo(vm.ref(), each.ref()));
            }
          }

          @Override
          public Object finish(Instant now) {
            return new ClusterPowerOnVmResult(attempted, List.of(), List.of());
          }
        };
    return host.tasks().start(order, work, destiny);
  }

  /**
   * Asks the guest for something, which it does later. Under write.
   *
   * @throws RaisedFault when the guest cannot be asked
   */
  public void askGuest(VirtualMachine vm, GuestRequest request, String user) {
    PowerOperation.requireOn(vm);
    MachineWork.requireIdle(vm);
    if (!vm.toolsRun()) {
      throw Faults.toolsUnavailable();
    }
    host.events().add(request.asked, user, vm, Map.of());
    host.tasks()
        .later(() -> {
          if (vm.power() == PowerState.ON) {
            request.apply(vm, host.config().clock().instant());
            if (request.done != null) {
              host.events().add(request.done, "", vm, Map.of());
            }
          }
        });
  }

  /** What a guest can be asked for. */
  public enum GuestRequest {
    SHUTDOWN("VmGuestShutdownEvent", "VmPoweredOffEvent") {
      @Override
      void apply(VirtualMachine vm, Instant now) {
        vm.setPower(PowerState.OFF, now);
      }
    },
    REBOOT("VmGuestRebootEvent", null) {
      @Override
      void apply(VirtualMachine vm, Instant now) {} // only the log tells of it
    },
    STANDBY("VmGuestStandbyEvent", "VmSuspendedEvent") {
      @Override
      void apply(VirtualMachine vm, Instant now) {
        vm.setPower(PowerState.SUSPENDED, now);
      }
    };

    private final String asked;
    private final @Nullable String done;

    GuestRequest(String asked, @Nullable String done) {
      this.asked = asked;
      this.done = done;
    }

    abstract void apply(VirtualMachine vm, Instant now);
  }

  /**
   * Answers the question of a machine, and lets its task go on or fail. Under write.
   *
   * @throws RaisedFault {@code InvalidArgument} when there is no such question or choice
   */
  public void answer(VirtualMachine vm, String questionId, String choiceKey) {
    VirtualMachine.Pending pending = vm.pending();
    if (pending == null || !pending.id().equals(questionId)) {
      throw Faults.invalidArgument("questionId");
    }
    boolean cancels = false;
    List<GuestQuestion.Choice> choices = pending.question().choices();
    if (!choices.isEmpty()) {
      cancels =
          choices.stream()
              .filter(choice -> choice.key().equals(choiceKey))
              .findFirst()
              .orElseThrow(() -> Faults.invalidArgument("answerChoice"))
              .cancels();
    }
    vm.answered(choiceKey);
    Task task = vm.activeTask();
    if (task == null) {
      return;
    }
    if (cancels) {
      host.tasks().fail(task, Faults.requestCanceled());
    } else {
      host.tasks().resume(task);
    }
  }

  /**
   * Ends a task. Under write.
   *
   * @throws RaisedFault when it has ended already, or cannot be cancelled
   */
  public void cancel(Task task) {
    host.tasks().cancel(task);
  }
}

package dev.vireo.simulator.internal.machine;

import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.internal.object.Faults;
import dev.vireo.simulator.internal.task.Task;
import dev.vireo.simulator.internal.task.TaskWork;
import dev.vireo.vim.types.VirtualMachinePowerState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The power operations that run as tasks. */
public enum PowerOperation {
  POWER_ON("PowerOnVM_Task", "VirtualMachine.powerOn", "VmStartingEvent", "VmPoweredOnEvent") {
    @Override
    void check(VirtualMachine vm) {
      if (vm.power() == PowerState.ON) {
        throw Faults.invalidPowerState(VirtualMachinePowerState.POWERED_OFF, vm.wirePower());
      }
    }

    @Override
    void apply(VirtualMachine vm, Instant now) {
      vm.setPower(PowerState.ON, now);
    }
  },
  POWER_OFF("PowerOffVM_Task", "VirtualMachine.powerOff", "VmStoppingEvent", "VmPoweredOffEvent") {
    @Override
    void check(VirtualMachine vm) {
      if (vm.power() == PowerState.OFF) {
        throw Faults.invalidPowerState(VirtualMachinePowerState.POWERED_ON, vm.wirePower());
      }
    }

    @Override
    void apply(VirtualMachine vm, Instant now) {
      vm.setPower(PowerState.OFF, now);
    }
  },
  SUSPEND("SuspendVM_Task", "VirtualMachine.suspend", "VmSuspendingEvent", "VmSuspendedEvent") {
    @Override
    void check(VirtualMachine vm) {
      requireOn(vm);
    }

    @Override
    void apply(VirtualMachine vm, Instant now) {
      vm.setPower(PowerState.SUSPENDED, now);
    }
  },
  RESET("ResetVM_Task", "VirtualMachine.reset", "VmResettingEvent", null) {
    @Override
    void check(VirtualMachine vm) {
      requireOn(vm);
    }

    @Override
    void apply(VirtualMachine vm, Instant now) {} // only the log tells of it
  };

  private final String method;
  private final String descriptionId;
  private final String beginning;
  private final @Nullable String end;

  PowerOperation(String method, String descriptionId, String beginning, @Nullable String end) {
    this.method = method;
    this.descriptionId = descriptionId;
    this.beginning = beginning;
    this.end = end;
  }

  /** VI type of the event when it begins. */
  String beginning() {
    return beginning;
  }

  /** VI type of the event when it has been done; null for none. */
  @Nullable String end() {
    return end;
  }

  /** Name of the VI method. */
  public String method() {
    return method;
  }

  /** Key of the task's description. */
  public String descriptionId() {
    return descriptionId;
  }

  /**
   * Checks that the machine is in a power state to begin with.
   *
   * @throws VimFault when it is not
   */
  abstract void check(VirtualMachine vm);

  /** Brings the machine into its new state. */
  abstract void apply(VirtualMachine vm, Instant now);

  /** Checks that the machine runs. */
  static void requireOn(VirtualMachine vm) {
    if (vm.power() != PowerState.ON) {
      throw Faults.invalidPowerState(VirtualMachinePowerState.POWERED_ON, vm.wirePower());
    }
  }

  /** A task that carries this operation out on a machine. */
  TaskWork on(VirtualMachine vm) {
    PowerOperation operation = this;
    return new TaskWork() {
      @Override
      public void begin(Task task) {
        MachineWork.requireIdle(vm);
        check(vm);
        vm.setActiveTask(task);
      }

      @Override
      public boolean mustWait() {
        return vm.asks();
      }

      @Override
      public boolean cancelableWhileWaiting() {
        VirtualMachine.Pending pending = vm.pending();
        return pending == null || pending.question().taskCancelable();
      }

      @Override
      public @Nullable Object finish(Instant now) {
        operation.apply(vm, now);
        return null;
      }

      @Override
      public void end(Task task) {
        if (task.equals(vm.activeTask())) {
          vm.setActiveTask(null);
          vm.clearQuestion();
        }
      }
    };
  }
}

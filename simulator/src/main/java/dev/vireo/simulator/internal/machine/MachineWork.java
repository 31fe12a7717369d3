package dev.vireo.simulator.internal.machine;

import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.internal.object.Faults;
import dev.vireo.simulator.internal.object.RaisedFault;
import dev.vireo.simulator.internal.task.Task;
import dev.vireo.simulator.internal.task.TaskWork;
import dev.vireo.vim.types.VirtualMachinePowerState;

/** What a task does with a machine that no other task may change meanwhile. */
public abstract class MachineWork implements TaskWork {

  private final VirtualMachine vm;

  /**
   * @param vm the machine
   */
  protected MachineWork(VirtualMachine vm) {
    this.vm = vm;
  }

  /**
   * Checks that a machine is off.
   *
   * @throws RaisedFault {@code InvalidPowerState} when it is not
   */
  public static void requireOff(VirtualMachine vm) {
    if (vm.power() != PowerState.OFF) {
      throw Faults.invalidPowerState(VirtualMachinePowerState.POWERED_OFF, vm.wirePower());
    }
  }

  /**
   * Checks that a machine does not run; it may be suspended.
   *
   * @throws RaisedFault {@code InvalidPowerState} when it does
   */
  public static void requireNotOn(VirtualMachine vm) {
    if (vm.power() == PowerState.ON) {
      throw Faults.invalidPowerState(VirtualMachinePowerState.POWERED_OFF, vm.wirePower());
    }
  }

  /**
   * Checks that no task works on a machine.
   *
   * @throws RaisedFault {@code TaskInProgress} when one does
   */
  public static void requireIdle(VirtualMachine vm) {
    Task other = vm.activeTask();
    if (other != null) {
      throw Faults.taskInProgress(other.ref());
    }
  }

  @Override
  public void begin(Task task) {
    requireIdle(vm);
    vm.setActiveTask(task);
  }

  @Override
  public void end(Task task) {
    if (task.equals(vm.activeTask())) {
      vm.setActiveTask(null);
    }
  }
}

package dev.vireo.simulator.internal.service;

import dev.vireo.simulator.internal.inventory.Datacenter;
import dev.vireo.simulator.internal.machine.PowerOperation;
import dev.vireo.simulator.internal.machine.PowerService;
import dev.vireo.simulator.internal.machine.PowerService.GuestRequest;
import dev.vireo.simulator.internal.machine.VirtualMachine;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.simulator.internal.task.Task;
import dev.vireo.vim.methods.AnswerVM;
import dev.vireo.vim.methods.CancelTask;
import dev.vireo.vim.methods.PowerOffVM_Task;
import dev.vireo.vim.methods.PowerOnMultiVM_Task;
import dev.vireo.vim.methods.PowerOnVM_Task;
import dev.vireo.vim.methods.RebootGuest;
import dev.vireo.vim.methods.ResetVM_Task;
import dev.vireo.vim.methods.ShutdownGuest;
import dev.vireo.vim.methods.StandbyGuest;
import dev.vireo.vim.methods.SuspendVM_Task;
import dev.vireo.vim.methods.VimMethod;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.TaskReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Switching machines on and off. */
final class PowerMethods {

  private static final String MACHINE = "VirtualMachine";
  private static final String POWER_ON = "VirtualMachine.Interact.PowerOn";
  private static final String POWER_OFF = "VirtualMachine.Interact.PowerOff";
  private static final String SUSPEND = "VirtualMachine.Interact.Suspend";
  private static final String RESET = "VirtualMachine.Interact.Reset";

  private PowerMethods() {}

  static void addTo(MethodTable table) {
    addTask(table, PowerOnVM_Task.class, PowerOperation.POWER_ON, POWER_ON);
    addTask(table, PowerOffVM_Task.class, PowerOperation.POWER_OFF, POWER_OFF);
    addTask(table, SuspendVM_Task.class, PowerOperation.SUSPEND, SUSPEND);
    addTask(table, ResetVM_Task.class, PowerOperation.RESET, RESET);
    addRequest(table, ShutdownGuest.class, GuestRequest.SHUTDOWN, POWER_OFF);
    addRequest(table, RebootGuest.class, GuestRequest.REBOOT, RESET);
    addRequest(table, StandbyGuest.class, GuestRequest.STANDBY, SUSPEND);
    table.add(
        PowerOnMultiVM_Task.class,
        "Datacenter",
        ApiRelease.V2_5,
        MethodTable.VIEW,
        PowerMethods::powerOnMany);
    table.add(
        AnswerVM.class,
        MACHINE,
        ApiRelease.V2_5,
        "VirtualMachine.Interact.AnswerQuestion",
        PowerMethods::answer);
    table.add(CancelTask.class, "Task", ApiRelease.V2_5, MethodTable.VIEW, PowerMethods::cancel);
  }

  private static <M extends VimMethod<ManagedObjectReference>> void addTask(
      MethodTable table, Class<M> method, PowerOperation operation, String privilege) {
    table.add(
        method,
        MACHINE,
        ApiRelease.V2_5,
        privilege,
        (call, m) -> startTask(call, m.self(), operation));
  }

  private static <M extends VimMethod<Void>> void addRequest(
      MethodTable table, Class<M> method, GuestRequest request, String privilege) {
    table.add(
        method,
        MACHINE,
        ApiRelease.V2_5,
        privilege,
        (call, m) -> {
          VirtualMachine vm = machine(call, m.self());
          String user = call.session(m.self()).identity().userName();
          call.host().state().write(() -> power(call).askGuest(vm, request, user));
          return null;
        });
  }

  private static PowerService power(Call call) {
    return new PowerService(call.host());
  }

  private static VirtualMachine machine(Call call, ManagedObjectReference ref) {
    return call.require(ref, VirtualMachine.class, "_this");
  }

  private static ManagedObjectReference startTask(
      Call call, ManagedObjectReference self, PowerOperation operation) {
    VirtualMachine vm = machine(call, self);
    TaskReason reason = call.taskReason(self);
    return call.host()
        .state()
        .write(() -> power(call).start(operation, vm, reason, call.taskFault()).ref());
  }

  private static ManagedObjectReference powerOnMany(Call call, PowerOnMultiVM_Task method) {
    Datacenter datacenter = call.require(method.self(), Datacenter.class, "_this");
    List<VirtualMachine> vms =
        method.vm().stream().map(ref -> call.require(ref, VirtualMachine.class, "vm")).toList();
    method.vm().forEach(ref -> call.requirePrivilege(POWER_ON, ref));
    TaskReason reason = call.taskReason(method.self());
    return call.host()
        .state()
        .write(() -> power(call).startMany(datacenter, vms, reason, call.taskFault()).ref());
  }

  private static @Nullable Void answer(Call call, AnswerVM method) {
    VirtualMachine vm = machine(call, method.self());
    call.host()
        .state()
        .write(() -> power(call).answer(vm, method.questionId(), method.answerChoice()));
    return null;
  }

  private static @Nullable Void cancel(Call call, CancelTask method) {
    Task task = call.require(method.self(), Task.class, "_this");
    if (!task.isOf(call.user())) {
      call.requirePrivilege("Global.CancelTask", method.self());
    }
    call.host().state().write(() -> power(call).cancel(task));
    return null;
  }
}

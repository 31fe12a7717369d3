package dev.vireo.internal.esx.domain;

import dev.vireo.internal.esx.task.MachineState;
import dev.vireo.internal.esx.task.MachineTask;
import dev.vireo.internal.esx.task.RequiredState;
import dev.vireo.vim.methods.PowerOffVM_Task;
import dev.vireo.vim.methods.PowerOnVM_Task;
import dev.vireo.vim.methods.SuspendVM_Task;
import dev.vireo.vim.methods.VimMethod;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.function.Function;

/** The operations that bring a machine into another power state. */
enum PowerOperation implements MachineTask {
  /** Powers on. */
  CREATE(
      "virDomainCreate",
      "start",
      RequiredState.OFF,
      RequiredState.ON,
      "VirtualMachine.powerOn",
      machine -> new PowerOnVM_Task(machine, null)),
  /** Writes the memory to disk. */
  SUSPEND(
      "virDomainSuspend",
      "suspend",
      RequiredState.ON,
      RequiredState.SUSPENDED,
      "VirtualMachine.suspend",
      SuspendVM_Task::new),
  /** Powers on after a suspension. */
  RESUME(
      "virDomainResume",
      "resume",
      RequiredState.SUSPENDED,
      RequiredState.ON,
      "VirtualMachine.powerOn",
      machine -> new PowerOnVM_Task(machine, null)),
  /** Powers off. */
  DESTROY(
      "virDomainDestroy",
      "destroy",
      RequiredState.ON,
      RequiredState.OFF,
      "VirtualMachine.powerOff",
      PowerOffVM_Task::new);

  private final String function;
  private final String verb;
  private final RequiredState required;
  private final RequiredState result;
  private final String description;

  @SuppressWarnings("ImmutableEnumChecker") // only method references without state
  private final Function<ManagedObjectReference, VimMethod<ManagedObjectReference>> method;

  PowerOperation(
      String function,
      String verb,
      RequiredState required,
      RequiredState result,
      String description,
      Function<ManagedObjectReference, VimMethod<ManagedObjectReference>> method) {
    this.function = function;
    this.verb = verb;
    this.required = required;
    this.result = result;
    this.description = description;
    this.method = method;
  }

  @Override
  public String function() {
    return function;
  }

  @Override
  public String verb() {
    return verb;
  }

  @Override
  public RequiredState required() {
    return required;
  }

  @Override
  public boolean isResult(MachineState now) {
    return result.is(now.power());
  }

  @Override
  public boolean isDoneBy(String descriptionId) {
    return descriptionId.equalsIgnoreCase(description);
  }

  @Override
  public VimMethod<ManagedObjectReference> call(ManagedObjectReference machine) {
    return method.apply(machine);
  }
}

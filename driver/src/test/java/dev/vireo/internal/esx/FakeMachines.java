package dev.vireo.internal.esx;

import dev.vireo.vim.types.ChoiceOption;
import dev.vireo.vim.types.ElementDescription;
import dev.vireo.vim.types.LocalizedMethodFault;
import dev.vireo.vim.types.ManagedEntityStatus;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.MethodFault;
import dev.vireo.vim.types.RequestCanceled;
import dev.vireo.vim.types.TaskInfoState;
import dev.vireo.vim.types.VirtualMachinePowerState;
import dev.vireo.vim.types.VirtualMachineQuestionInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The virtual machines of a {@link FakeHost}, and the tasks that work on them. */
final class FakeMachines {

  private final FakeInventory inventory;
  private final Map<ManagedObjectReference, FakeTask> tasks = new HashMap<>();
  private final Set<ManagedObjectReference> withTools = new HashSet<>();
  private final List<String> answers = new ArrayList<>();
  private @Nullable VirtualMachineQuestionInfo nextQuestion;
  private @Nullable MethodFault nextError;
  private boolean cancelable = true;
  private boolean stuck;
  private int cancelled;

  /** A task that makes half of its way with each step. */
  private static final class FakeTask {
    private final ManagedObjectReference machine;
    private final VirtualMachinePowerState goal;
    private int progress;

    FakeTask(ManagedObjectReference machine, VirtualMachinePowerState goal) {
      this.machine = machine;
      this.goal = goal;
    }
  }

  FakeMachines(FakeInventory inventory) {
    this.inventory = inventory;
  }

  /** The instance uuid of a machine's number; the BIOS uuid is one with another first digit. */
  static UUID instanceUuid(int number) {
    return new UUID(0x52000000_0000_4000L, 0x8000000000000000L + number);
  }

  static UUID biosUuid(int number) {
    return new UUID(0x42000000_0000_4000L, 0x8000000000000000L + number);
  }

  /** Adds machines that are called after their numbers. */
  void addMany(int first, int last, VirtualMachinePowerState state) {
    List<Object> all = new ArrayList<>(all());
    for (int number = first; number <= last; number++) {
      all.add(create(number, "vm-" + number, state));
    }
    inventory.put(FakeHost.HOST, "vm", all);
  }

  ManagedObjectReference add(int number, String name, VirtualMachinePowerState state) {
    ManagedObjectReference machine = create(number, name, state);
    List<Object> all = new ArrayList<>(all());
    all.add(machine);
    inventory.put(FakeHost.HOST, "vm", all);
    return machine;
  }

  int count() {
    return all().size();
  }

  private List<?> all() {
    return inventory.get(FakeHost.HOST, "vm") instanceof List<?> list ? list : List.of();
  }

  private ManagedObjectReference create(int number, String name, VirtualMachinePowerState state) {
    ManagedObjectReference machine = FakeHost.ref("VirtualMachine", Integer.toString(number));
    inventory.put(machine, "name", name);
    inventory.put(machine, "configStatus", ManagedEntityStatus.GREEN);
    inventory.put(machine, "config.instanceUuid", instanceUuid(number).toString());
    inventory.put(machine, "config.uuid", biosUuid(number).toString());
    inventory.put(machine, "runtime.powerState", state);
    inventory.put(machine, "config.hardware.memoryMB", 1024);
    inventory.put(machine, "config.hardware.numCPU", 2);
    return machine;
  }

  void installTools(ManagedObjectReference machine) {
    withTools.add(machine);
  }

  boolean hasTools(ManagedObjectReference machine) {
    return withTools.contains(machine);
  }

  /** The next task stops at a question. */
  void askDuringNextTask(VirtualMachineQuestionInfo question) {
    nextQuestion = question;
  }

  void failNextTask(MethodFault fault) {
    nextError = fault;
  }

  void makeTasksNotCancelable() {
    cancelable = false;
  }

  /** Tasks make no way any more. */
  void stick() {
    stuck = true;
  }

  /** Leaves a task on a machine that never ends. */
  void occupy(ManagedObjectReference machine) {
    start(machine, VirtualMachinePowerState.POWERED_ON);
    stuck = true;
  }

  List<String> answers() {
    return answers;
  }

  int cancelledTasks() {
    return cancelled;
  }

  static VirtualMachineQuestionInfo question(String id, @Nullable Integer defaultIndex) {
    return new VirtualMachineQuestionInfo(
        id,
        "Was it moved or copied?",
        new ChoiceOption(
            null,
            List.of(
                new ElementDescription("Cancel", "cancel", "0"),
                new ElementDescription("I copied it", "copied", "2")),
            defaultIndex),
        List.of());
  }

  @Nullable ManagedObjectReference byUuid(String uuid, boolean instance) {
    for (Object each : all()) {
      ManagedObjectReference machine = (ManagedObjectReference) each;
      String path = instance ? "config.instanceUuid" : "config.uuid";
      if (uuid.equals(inventory.get(machine, path))) {
        return machine;
      }
    }
    return null;
  }

  ManagedObjectReference powerOn(ManagedObjectReference machine) {
    return start(machine, VirtualMachinePowerState.POWERED_ON);
  }

  ManagedObjectReference powerOff(ManagedObjectReference machine) {
    return start(machine, VirtualMachinePowerState.POWERED_OFF);
  }

  ManagedObjectReference suspend(ManagedObjectReference machine) {
    return start(machine, VirtualMachinePowerState.SUSPENDED);
  }

  void stop(ManagedObjectReference machine) {
    inventory.put(machine, "runtime.powerState", VirtualMachinePowerState.POWERED_OFF);
  }

  private ManagedObjectReference start(
      ManagedObjectReference machine, VirtualMachinePowerState goal) {
    inventory.get(machine, "name");
    ManagedObjectReference task = FakeHost.ref("Task", "task-" + tasks.size());
    tasks.put(task, new FakeTask(machine, goal));
    inventory.put(task, "info.state", TaskInfoState.RUNNING);
    inventory.put(task, "info.cancelable", cancelable);
    inventory.put(machine, "recentTask", List.of(task));
    return task;
  }

  /** Lets each task make a step; false when none could. */
  boolean advance() {
    boolean moved = false;
    for (Map.Entry<ManagedObjectReference, FakeTask> each : tasks.entrySet()) {
      moved |= step(each.getKey(), each.getValue());
    }
    return moved;
  }

  private boolean step(ManagedObjectReference task, FakeTask work) {
    if (stuck
        || !TaskInfoState.RUNNING.equals(inventory.get(task, "info.state"))
        || inventory.get(work.machine, "runtime.question") != null) {
      return false;
    }
    if (nextQuestion != null) {
      inventory.put(work.machine, "runtime.question", nextQuestion);
      nextQuestion = null;
      return true;
    }
    work.progress += 50;
    inventory.put(task, "info.progress", work.progress);
    if (nextError != null) {
      fail(task, nextError);
      nextError = null;
    } else if (work.progress == 100) {
      inventory.put(task, "info.state", TaskInfoState.SUCCESS);
      inventory.put(work.machine, "runtime.powerState", work.goal);
    }
    return true;
  }

  private void fail(ManagedObjectReference task, MethodFault fault) {
    inventory.put(task, "info.error", new LocalizedMethodFault(fault, "it failed"));
    inventory.put(task, "info.state", TaskInfoState.ERROR);
  }

  @Nullable Object answer(ManagedObjectReference machine, String choice) {
    answers.add(choice);
    inventory.put(machine, "runtime.question", null);
    return null;
  }

  @Nullable Object cancel(ManagedObjectReference task) {
    cancelled++;
    FakeTask work = tasks.get(task);
    if (work != null) {
      inventory.put(work.machine, "runtime.question", null);
    }
    fail(task, new RequestCanceled());
    return null;
  }
}

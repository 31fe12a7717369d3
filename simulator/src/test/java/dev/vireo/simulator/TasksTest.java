package dev.vireo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.vim.VimClient;
import dev.vireo.vim.methods.CancelTask;
import dev.vireo.vim.methods.PowerOffVM_Task;
import dev.vireo.vim.methods.PowerOnMultiVM_Task;
import dev.vireo.vim.methods.PowerOnVM_Task;
import dev.vireo.vim.methods.ResetVM_Task;
import dev.vireo.vim.methods.SuspendVM_Task;
import dev.vireo.vim.methods.VimMethod;
import dev.vireo.vim.property.ObjectProperties;
import dev.vireo.vim.types.ClusterAttemptedVmInfo;
import dev.vireo.vim.types.ClusterPowerOnVmResult;
import dev.vireo.vim.types.InvalidPowerState;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.RequestCanceled;
import dev.vireo.vim.types.TaskInProgress;
import dev.vireo.vim.types.TaskInfo;
import dev.vireo.vim.types.TaskInfoState;
import dev.vireo.vim.types.TaskReasonUser;
import dev.vireo.vim.types.VirtualMachinePowerState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TasksTest extends HostTestBase {

  private Simulator host;
  private VimClient client;
  private SimulatedVm off;
  private SimulatedVm on;

  @BeforeEach
  void logIn() {
    host = start();
    client = logIn(host);
    off = host.vms().get("build agent");
    on = host.vms().get("web-1");
  }

  private TaskInfo run(VimMethod<ManagedObjectReference> method) {
    return finished(client, client.call(method));
  }

  private TaskInfo info(ManagedObjectReference task) {
    return client.propertyCollector().retrieve(task, "info").get("info", TaskInfo.class);
  }

  private static Object errorOf(TaskInfo info) {
    return Objects.requireNonNull(info.error()).fault();
  }

  @Test
  void powerOperationsChangeTheMachine() {
    assertThat(run(new PowerOnVM_Task(off.ref(), null)).state()).isEqualTo(TaskInfoState.SUCCESS);
    assertThat(off.power()).isEqualTo(PowerState.ON);
    assertThat(run(new SuspendVM_Task(off.ref())).state()).isEqualTo(TaskInfoState.SUCCESS);
    assertThat(off.power()).isEqualTo(PowerState.SUSPENDED);
    assertThat(run(new PowerOnVM_Task(off.ref(), null)).state()).isEqualTo(TaskInfoState.SUCCESS);
    assertThat(run(new ResetVM_Task(off.ref())).state()).isEqualTo(TaskInfoState.SUCCESS);
    assertThat(run(new PowerOffVM_Task(off.ref())).state()).isEqualTo(TaskInfoState.SUCCESS);
    assertThat(off.power()).isEqualTo(PowerState.OFF);
  }

  @Test
  void aTaskSaysWhatItIsAbout() {
    TaskInfo info = run(new PowerOnVM_Task(off.ref(), null));

    assertThat(info.name()).isEqualTo("PowerOnVM_Task");
    assertThat(info.descriptionId()).isEqualTo("VirtualMachine.powerOn");
    assertThat(info.entity()).isEqualTo(off.ref());
    assertThat(info.entityName()).isEqualTo("build agent");
    assertThat(info.progress()).isEqualTo(100);
    assertThat(info.reason())
        .isInstanceOfSatisfying(
            TaskReasonUser.class, reason -> assertThat(reason.userName()).isEqualTo("root"));
    assertThat(info.cancelable()).isFalse();
    assertThat(info.completeTime()).isNotNull();
  }

  @Test
  void aTaskInTheWrongPowerStateFails() {
    TaskInfo info = run(new PowerOnVM_Task(on.ref(), null));

    assertThat(info.state()).isEqualTo(TaskInfoState.ERROR);
    assertThat(errorOf(info))
        .isInstanceOfSatisfying(
            InvalidPowerState.class,
            fault ->
                assertThat(fault.existingState()).isEqualTo(VirtualMachinePowerState.POWERED_ON));
  }

  @Test
  void progressCanBeWatched() {
    // The question holds the task half-way, so that no state can be missed.
    off.askInNextTask(GuestQuestion.movedOrCopied());
    ManagedObjectReference task = client.call(new PowerOnVM_Task(off.ref(), null));
    List<Integer> progress = new ArrayList<>();
    try (Watch watch = Watch.of(client, object(task, "info.state", "info.progress"))) {
      while (!Objects.equals(watch.last(task, "info.progress"), 50)) {
        watch.next();
        Object percent = watch.last(task, "info.progress");
        if (percent != null) {
          progress.add((Integer) percent);
        }
      }
      assertThat(watch.last(task, "info.state")).isEqualTo(TaskInfoState.RUNNING);
    }
    assertThat(progress).isSorted().endsWith(50);
  }

  @Test
  void aTaskIsCancelled() {
    Simulator slow =
        start(SimulatorConfig.esx80().toBuilder().taskDuration(Duration.ofDays(1)).build());
    VimClient other = logIn(slow);
    SimulatedVm vm = slow.vms().get("build agent");
    ManagedObjectReference task = other.call(new PowerOnVM_Task(vm.ref(), null));

    other.run(new CancelTask(task));

    TaskInfo info = finished(other, task);
    assertThat(info.state()).isEqualTo(TaskInfoState.ERROR);
    assertThat(info.cancelled()).isTrue();
    assertThat(errorOf(info)).isInstanceOf(RequestCanceled.class);
    assertThat(vm.power()).isEqualTo(PowerState.OFF);
    assertThat(faultOf(() -> other.run(new CancelTask(task)))).isEqualTo("InvalidState");
    ManagedObjectReference next = other.call(new PowerOnVM_Task(vm.ref(), null));
    other.run(new CancelTask(next));
  }

  @Test
  void aMachineHasOneTaskAtATime() {
    off.askInNextTask(GuestQuestion.movedOrCopied());
    ManagedObjectReference first = client.call(new PowerOnVM_Task(off.ref(), null));

    TaskInfo second = run(new PowerOnVM_Task(off.ref(), null));

    assertThat(errorOf(second))
        .isInstanceOfSatisfying(
            TaskInProgress.class, fault -> assertThat(fault.task()).isEqualTo(first));
    client.run(new CancelTask(first));
  }

  @Test
  void severalMachinesAreSwitchedOnByOneCall() {
    ManagedObjectReference datacenter = new ManagedObjectReference("Datacenter", "ha-datacenter");
    SimulatedVm late = host.vms().add("late");

    TaskInfo info =
        run(new PowerOnMultiVM_Task(datacenter, List.of(off.ref(), late.ref()), List.of()));

    ClusterPowerOnVmResult result = (ClusterPowerOnVmResult) Objects.requireNonNull(info.result());
    assertThat(result.attempted())
        .extracting(ClusterAttemptedVmInfo::vm)
        .containsExactly(off.ref(), late.ref());
    for (ClusterAttemptedVmInfo each : result.attempted()) {
      finished(client, Objects.requireNonNull(each.task()));
    }
    assertThat(off.power()).isEqualTo(PowerState.ON);
    assertThat(late.power()).isEqualTo(PowerState.ON);
  }

  @Test
  void recentTasksAreListed() {
    ManagedObjectReference task = client.call(new PowerOnVM_Task(off.ref(), null));
    finished(client, task);

    ObjectProperties vm = client.propertyCollector().retrieve(off.ref(), "recentTask");
    assertThat(vm.list("recentTask", ManagedObjectReference.class)).containsExactly(task);
    ManagedObjectReference tasks = Objects.requireNonNull(client.serviceContent().taskManager());
    assertThat(
            client
                .propertyCollector()
                .retrieve(tasks, "recentTask")
                .list("recentTask", ManagedObjectReference.class))
        .contains(task);
  }

  @Test
  void aTaskOutlivesTheSessionThatStartedIt() {
    VimClient other = logIn(host);
    ManagedObjectReference task = other.call(new PowerOnVM_Task(off.ref(), null));
    other.close();

    assertThat(finished(client, task).state()).isEqualTo(TaskInfoState.SUCCESS);
    assertThat(info(task).entity()).isEqualTo(off.ref());
  }

  @Test
  void aMachineThatDoesNotExistHasNoTask() {
    ManagedObjectReference gone = new ManagedObjectReference("VirtualMachine", "99");

    assertThat(faultOf(() -> client.call(new PowerOnVM_Task(gone, null))))
        .isEqualTo("ManagedObjectNotFound");
  }
}

package dev.vireo.internal.esx.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.TaskOptions;
import dev.vireo.simulator.FaultEffect;
import dev.vireo.simulator.FaultRule;
import dev.vireo.simulator.GuestQuestion;
import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.SimulatedVm;
import dev.vireo.simulator.Simulator;
import dev.vireo.simulator.SimulatorConfig;
import dev.vireo.spi.DomainHandle;
import dev.vireo.vim.ClientOptions;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.methods.CreateSnapshot_Task;
import dev.vireo.vim.methods.PowerOnVM_Task;
import dev.vireo.vim.methods.VimMethod;
import dev.vireo.vim.types.ManagedObjectReference;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tasks that give something, and what is said of those whose end is not waited for. */
@Timeout(60)
class MachineTasksTest {

  private static final TaskOptions SHORT = TaskOptions.DEFAULT.withTimeout(Duration.ofMillis(5));

  /** An operation whose result no machine shows. */
  private record Task(
      String verb,
      RequiredState required,
      Function<ManagedObjectReference, VimMethod<ManagedObjectReference>> method)
      implements MachineTask {

    @Override
    public String function() {
      return "virDomainTest";
    }

    @Override
    public boolean isResult(MachineState now) {
      return false;
    }

    @Override
    public boolean isDoneBy(String descriptionId) {
      return false;
    }

    @Override
    public VimMethod<ManagedObjectReference> call(ManagedObjectReference machine) {
      return method.apply(machine);
    }
  }

  private static final MachineTask SNAPSHOT =
      new Task(
          "snapshot",
          RequiredState.ON,
          machine -> new CreateSnapshot_Task(machine, "s", null, false, false));

  private static final MachineTask START =
      new Task("start", RequiredState.OFF, machine -> new PowerOnVM_Task(machine, null));

  private Simulator host = start(Duration.ofMillis(4));

  private static Simulator start(Duration taskDuration) {
    return Simulator.start(
        SimulatorConfig.esx80().toBuilder().vms(0).taskDuration(taskDuration).build());
  }

  @AfterEach
  void close() {
    host.close();
  }

  private SimulatedVm machine(PowerState state) {
    SimulatedVm web = host.vms().add("web");
    web.power(state);
    return web;
  }

  private @Nullable Object run(MachineTask task, SimulatedVm web, TaskOptions options) {
    try (VimClient client = VimClient.connect(host.transport(), ClientOptions.DEFAULT)) {
      client.login(host.config().userName(), host.config().password());
      return new MachineTasks(client, new Questions(false))
          .run(task, new DomainHandle("web", new UUID(0, 1), 1, web.ref().value()), options);
    }
  }

  private LibvirtException failure(MachineTask task, SimulatedVm web, TaskOptions options) {
    return catchThrowableOfType(LibvirtException.class, () -> run(task, web, options));
  }

  private void goWrong(String method, FaultEffect effect) {
    host.faults().add(FaultRule.on(method, effect));
  }

  /** A host whose tasks do not end. */
  private void stick() {
    host.close();
    host = start(Duration.ofDays(1));
  }

  @Test
  void whatTheTaskGivesIsGiven() {
    assertThat(run(SNAPSHOT, machine(PowerState.ON), TaskOptions.DEFAULT))
        .isInstanceOfSatisfying(
            ManagedObjectReference.class,
            snapshot -> assertThat(snapshot.type()).isEqualTo("VirtualMachineSnapshot"));
  }

  @Test
  void aTaskThatWasCancelledHasAKnownOutcome() {
    stick();
    LibvirtException failure = failure(START, machine(PowerState.OFF), SHORT);
    assertThat(failure.code()).isEqualTo(ErrorCode.OPERATION_TIMEOUT);
    assertThat(failure)
        .hasMessageEndingWith(
            "Could not start domain: not done after 5 ms; the task was cancelled");
    assertThat(failure.isOutcomeUnknown()).isFalse();
  }

  @Test
  void aTaskThatCouldNotBeCancelledMayGoOnAndSaysWhy() {
    stick();
    goWrong("CancelTask", new FaultEffect.HttpStatus(503));
    LibvirtException failure = failure(START, machine(PowerState.OFF), SHORT);
    assertThat(failure)
        .hasMessageContaining(
            "not done after 5 ms; the task could not be cancelled and may go on (")
        .hasMessageContaining("503");
    assertThat(failure.isOutcomeUnknown()).isTrue();
  }

  @Test
  void aTaskThatTheHostDoesNotCancelGoesOn() {
    SimulatedVm web = machine(PowerState.OFF);
    web.askInNextTask(
        new GuestQuestion(
                "Moved?", List.of(new GuestQuestion.Choice("0", "Cancel", true)), null, true)
            .notCancelable());
    LibvirtException failure = failure(START, web, TaskOptions.DEFAULT);
    assertThat(failure)
        .hasMessageEndingWith(
            "question is 'Moved?', possible answers are 'Cancel'; the host cannot cancel the task,"
                + " which goes on");
    assertThat(failure.isOutcomeUnknown()).isTrue();
  }

  @Test
  void aMachineInAnotherStateIsLeftAlone() {
    SimulatedVm web = machine(PowerState.OFF);
    assertThat(failure(SNAPSHOT, web, TaskOptions.DEFAULT).code())
        .isEqualTo(ErrorCode.OPERATION_INVALID);
    assertThat(host.requests().count("CreateSnapshot_Task")).isZero();
  }
}

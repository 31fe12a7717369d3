package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.Connect;
import dev.vireo.Domain;
import dev.vireo.DomainState;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.TaskOptions;
import dev.vireo.vim.types.FileLocked;
import dev.vireo.vim.types.ManagedObjectReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LifecycleTest extends DriverTestBase {

  private static final ManagedObjectReference OLD = FakeHost.ref("VirtualMachine", "4");
  private static final String QUESTION =
      "internal error: Pending question blocks virtual machine execution, question is"
          + " 'Was it moved or copied?', possible answers are 'Cancel', 'I copied it'";

  @Test
  void aDomainGoesThroughItsLife() {
    onDomain(
        "old",
        old -> {
          old.create();
          assertThat(old.getState()).isEqualTo(DomainState.RUNNING);
          assertThat(old.getID()).isEqualTo(4);
          old.suspend();
          assertThat(old.getState()).isEqualTo(DomainState.PAUSED);
          assertThat(old.isActive()).isTrue();
          old.resume();
          assertThat(old.getState()).isEqualTo(DomainState.RUNNING);
          old.destroy();
          assertThat(old.getState()).isEqualTo(DomainState.SHUTOFF);
          assertThat(old.getID()).isEqualTo(-1);
        });
  }

  static Stream<Arguments> wrongStates() {
    String on = "Domain is not powered on";
    String off = "Domain is not powered off";
    String suspended = "Domain is not suspended";
    return Stream.of(
        wrong("create", "web", Domain::create, off),
        wrong("create", "build", Domain::create, off),
        wrong("suspend", "old", Domain::suspend, on),
        wrong("suspend", "build", Domain::suspend, on),
        wrong("resume", "web", Domain::resume, suspended),
        wrong("resume", "old", Domain::resume, suspended),
        wrong("shutdown", "old", Domain::shutdown, on),
        wrong("reboot", "build", Domain::reboot, on),
        wrong("destroy", "old", Domain::destroy, on),
        wrong("destroy", "build", Domain::destroy, on));
  }

  private static Arguments wrong(
      String name, String domain, Consumer<Domain> operation, String complaint) {
    return Arguments.of(name, domain, operation, complaint);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("wrongStates")
  void theWrongStateIsAnInvalidOperation(
      String name, String domain, Consumer<Domain> operation, String complaint) {
    onDomain(
        domain,
        it ->
            assertFails(
                () -> operation.accept(it),
                ErrorCode.OPERATION_INVALID,
                "Requested operation is not valid: " + complaint));
  }

  @Test
  void withToolsTheGuestShutsDown() {
    host.machines().installTools(FakeHost.ref("VirtualMachine", "1"));
    onDomain(
        "web",
        web -> {
          web.reboot();
          assertThat(web.getState()).isEqualTo(DomainState.RUNNING);
          web.shutdown();
          assertThat(web.getState()).isEqualTo(DomainState.SHUTOFF);
        });
  }

  @Test
  void withoutToolsTheErrorSaysWhatToDo() {
    onDomain(
        "web",
        web -> {
          for (Runnable operation : List.<Runnable>of(web::shutdown, web::reboot)) {
            assertThatThrownBy(operation::run)
                .hasMessageContaining("domain 'web': ToolsUnavailable")
                .hasMessageContaining("this needs VMware Tools running in the guest")
                .isInstanceOfSatisfying(
                    LibvirtException.class,
                    e -> assertThat(e.code()).isEqualTo(ErrorCode.OPERATION_INVALID));
          }
        });
  }

  @Test
  void readOnlyConnectionsChangeNothing() {
    try (Connect connect = connectReadOnly()) {
      Domain old = connect.domainLookupByName("old");
      assertFails(
          old::create,
          ErrorCode.OPERATION_DENIED,
          "operation forbidden: read only access prevents virDomainCreate");
      assertFails(
          old::shutdown,
          ErrorCode.OPERATION_DENIED,
          "operation forbidden: read only access prevents virDomainShutdown");
      assertThat(old.getState()).isEqualTo(DomainState.SHUTOFF);
    }
  }

  @Test
  void aFailedTaskTellsWhy() {
    host.machines().failNextTask(new FileLocked(null, List.of(), "[ds] old/old.vmdk"));
    onDomain(
        "old",
        old ->
            assertFails(
                old::create,
                ErrorCode.OPERATION_INVALID,
                "Requested operation is not valid: Could not start domain: FileLocked - it"
                    + " failed"));
  }

  @Test
  void otherTasksForbidANewOne() {
    host.machines().occupy(OLD);
    onDomain(
        "old",
        old ->
            assertFails(
                old::create,
                ErrorCode.OPERATION_INVALID,
                "Requested operation is not valid: Other tasks are pending for this domain"));
  }

  @Test
  void progressIsReportedUpToTheEnd() {
    List<Integer> seen = new ArrayList<>();
    onDomain("old", old -> old.create(TaskOptions.DEFAULT.withProgress(seen::add)));

    assertThat(seen).containsExactly(50, 100);
  }

  @Test
  void aQuestionIsAnErrorAndTheTaskIsCancelled() {
    host.machines().askDuringNextTask(FakeMachines.question("q1", 1));
    onDomain(
        "old",
        old ->
            assertFails(
                old::create, ErrorCode.INTERNAL_ERROR, QUESTION + "; the task was cancelled"));
    assertThat(host.machines().cancelledTasks()).isEqualTo(1);
    assertThat(host.machines().answers()).isEmpty();
  }

  @Test
  void aTaskThatCannotBeCancelledIsSaidToGoOn() {
    host.machines().makeTasksNotCancelable();
    host.machines().askDuringNextTask(FakeMachines.question("q1", 1));
    onDomain(
        "old",
        old ->
            assertFails(
                old::create,
                ErrorCode.INTERNAL_ERROR,
                QUESTION + "; the host cannot cancel the task, which goes on"));
    assertThat(host.machines().cancelledTasks()).isZero();
  }

  @Test
  void withAutoAnswerAQuestionGetsItsDefault() {
    host.machines().askDuringNextTask(FakeMachines.question("q1", 1));
    onDomain(
        "?auto_answer=1",
        "old",
        old -> {
          old.create();
          assertThat(old.getState()).isEqualTo(DomainState.RUNNING);
        });
    assertThat(host.machines().answers()).containsExactly("2");
  }

  @Test
  void withAutoAnswerAQuestionWithoutADefaultIsAnError() {
    host.machines().askDuringNextTask(FakeMachines.question("q1", null));
    onDomain(
        "?auto_answer=1",
        "old",
        old ->
            assertFails(
                old::create,
                ErrorCode.INTERNAL_ERROR,
                QUESTION + ", but no default answer is specified; the task was cancelled"));
  }

  @Test
  void aQuestionFromBeforeIsHandledFirst() {
    host.inventory().put(OLD, "runtime.question", FakeMachines.question("q0", 0));
    onDomain("old", old -> assertFails(old::create, ErrorCode.INTERNAL_ERROR, QUESTION));
    onDomain("?auto_answer=1", "old", Domain::create);

    assertThat(host.machines().answers()).containsExactly("0");
  }

  @Test
  void aTaskThatTakesTooLongIsCancelled() {
    host.machines().stick();
    onDomain(
        "old",
        old ->
            assertFails(
                () -> old.create(TaskOptions.DEFAULT.withTimeout(Duration.ofMillis(5))),
                ErrorCode.OPERATION_TIMEOUT,
                "Timed out during operation: Could not start domain: not done after 5 ms;"
                    + " the task was cancelled"));
  }

  @Test
  void theCallerCanCancel() {
    host.machines().stick();
    onDomain(
        "old",
        old ->
            assertFails(
                () -> old.create(TaskOptions.DEFAULT.withCancelled(() -> true)),
                ErrorCode.OPERATION_ABORTED,
                "operation aborted: Could not start domain: cancelled; the task was cancelled"));
  }
}

package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.Connect;
import dev.vireo.Domain;
import dev.vireo.DomainQuestion;
import dev.vireo.DomainState;
import dev.vireo.ErrorCode;
import dev.vireo.ErrorDomain;
import dev.vireo.LibvirtException;
import dev.vireo.TaskOptions;
import dev.vireo.flag.DomainCreateFlag;
import dev.vireo.flag.DomainDestroyFlag;
import dev.vireo.flag.DomainRebootFlag;
import dev.vireo.flag.DomainShutdownFlag;
import dev.vireo.flag.LibvirtFlag;
import dev.vireo.simulator.FaultEffect;
import dev.vireo.simulator.FaultRule;
import dev.vireo.simulator.GuestQuestion;
import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.Preset;
import dev.vireo.simulator.ToolsState;
import dev.vireo.vim.types.FileLocked;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Driving domains, on hosts of all products. */
@ParameterizedClass
@EnumSource(Preset.class)
class LifecycleTest extends DriverTestBase {

  private static final String QUESTION =
      "internal error: Pending question blocks virtual machine execution, question is"
          + " 'Was it moved or copied?', possible answers are 'Cancel', 'I copied it'";

  LifecycleTest(Preset preset) {
    super(preset);
  }

  /** Something that a task asks half-way; the first answer ends the task. */
  private static GuestQuestion question(@Nullable Integer defaultChoice) {
    return new GuestQuestion(
        "Was it moved or copied?",
        List.of(
            new GuestQuestion.Choice("0", "Cancel", true),
            new GuestQuestion.Choice("2", "I copied it", false)),
        defaultChoice,
        true);
  }

  @Test
  void aDomainGoesThroughItsLife() {
    onDomain(
        "old",
        old -> {
          old.create();
          assertThat(old.getState()).isEqualTo(DomainState.RUNNING);
          assertThat(old.getID()).isEqualTo(machine("old").id());
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
    machine("web").tools(ToolsState.RUNNING);
    onDomain(
        "web",
        web -> {
          web.reboot();
          assertThat(web.getState()).isEqualTo(DomainState.RUNNING);
          web.shutdown();
          while (web.getState() != DomainState.SHUTOFF) {
            Thread.onSpinWait(); // the guest does it in its own time; the class has a limit
          }
        });
    assertThat(host.requests().byOperation())
        .containsEntry("RebootGuest", 1L)
        .containsEntry("ShutdownGuest", 1L);
  }

  @Test
  void withoutToolsTheErrorSaysWhatToDo() {
    onDomain(
        "web",
        web -> {
          for (Runnable operation : List.<Runnable>of(web::shutdown, web::reboot)) {
            assertThatThrownBy(operation::run)
                .hasMessageContaining("domain 'web': ToolsUnavailable")
                .isInstanceOfSatisfying(
                    LibvirtException.class,
                    e -> {
                      assertThat(e.code()).isEqualTo(ErrorCode.OPERATION_INVALID);
                      assertThat(e.hints())
                          .containsExactly(
                              "install or start VMware Tools in the guest, or power the domain off"
                                  + " with 'destroy'");
                    });
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
    host.faults()
        .add(
            FaultRule.on(
                "PowerOnVM_Task",
                new FaultEffect.TaskFault(
                    new FileLocked(null, List.of(), "[ds] old/old.vmdk"), "it failed")));
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
  void progressIsReportedUpToTheEnd() {
    List<Integer> seen = new ArrayList<>();
    machine("old").askInNextTask(question(1)); // so that the task stands still at 50 percent
    onDomain(
        "?auto_answer=1", "old", old -> old.create(TaskOptions.DEFAULT.withProgress(seen::add)));

    assertThat(seen).isSorted().doesNotHaveDuplicates().contains(50).endsWith(100);
  }

  @Test
  void aQuestionIsAnErrorAndTheTaskIsCancelled() {
    machine("old").askInNextTask(question(1));
    onDomain(
        "old",
        old ->
            assertFails(
                old::create, ErrorCode.INTERNAL_ERROR, QUESTION + "; the task was cancelled"));
    assertThat(host.requests().count("CancelTask")).isEqualTo(1);
    assertThat(machine("old").answers()).isEmpty();
    assertThat(machine("old").pendingQuestion()).as("blocks the machine").isNull();
  }

  @Test
  void aTaskThatCannotBeCancelledIsSaidToGoOn() {
    machine("old").askInNextTask(question(1).notCancelable());
    onDomain(
        "old",
        old ->
            assertFails(
                old::create,
                ErrorCode.INTERNAL_ERROR,
                QUESTION + "; the host cannot cancel the task, which goes on"));
    assertThat(host.requests().count("CancelTask")).isZero();
    assertThat(machine("old").pendingQuestion()).isEqualTo("Was it moved or copied?");
  }

  @Test
  void withAutoAnswerAQuestionGetsItsDefault() {
    machine("old").askInNextTask(question(1));
    onDomain(
        "?auto_answer=1",
        "old",
        old -> {
          old.create();
          assertThat(old.getState()).isEqualTo(DomainState.RUNNING);
        });
    assertThat(machine("old").answers()).containsExactly("2");
  }

  @Test
  void withAutoAnswerAQuestionWithoutADefaultIsAnError() {
    machine("old").askInNextTask(question(null));
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
  void whoeverWaitsMayPickAnAnswer() {
    List<DomainQuestion> asked = new ArrayList<>();
    TaskOptions options =
        TaskOptions.DEFAULT.withQuestions(question -> {
          asked.add(question);
          return Optional.of(question.choices().get(1));
        });
    machine("old").askInNextTask(question(0));
    onDomain("old", old -> old.create(options));
    machine("old").ask(question(null));
    onDomain("old", old -> old.destroy(options));

    assertThat(machine("old").answers()).containsExactly("2", "2");
    assertThat(machine("old").power()).isEqualTo(PowerState.OFF);
    DomainQuestion.Choice cancel = new DomainQuestion.Choice("0", "Cancel");
    DomainQuestion.Choice copied = new DomainQuestion.Choice("2", "I copied it");
    assertThat(asked)
        .containsExactly(
            new DomainQuestion("old", "Was it moved or copied?", List.of(cancel, copied), cancel),
            new DomainQuestion("old", "Was it moved or copied?", List.of(cancel, copied), null));
  }

  @Test
  void whoPicksNothingOrWhatIsNoAnswerGetsTheErrorAndTheTaskIsCancelled() {
    for (Optional<DomainQuestion.Choice> pick :
        List.of(
            Optional.<DomainQuestion.Choice>empty(),
            Optional.of(new DomainQuestion.Choice("7", "Perhaps")))) {
      machine("old").askInNextTask(question(1));
      TaskOptions options = TaskOptions.DEFAULT.withQuestions(question -> pick);
      onDomain(
          "old",
          old ->
              assertFails(
                  () -> old.create(options),
                  ErrorCode.INTERNAL_ERROR,
                  QUESTION + "; the task was cancelled"));
    }
    assertThat(machine("old").answers()).isEmpty();
  }

  @Test
  void withAutoAnswerOnlyWhatHasNoDefaultIsAsked() {
    List<DomainQuestion> asked = new ArrayList<>();
    TaskOptions options =
        TaskOptions.DEFAULT.withQuestions(question -> {
          asked.add(question);
          return Optional.of(question.choices().get(1));
        });
    machine("old").askInNextTask(question(1));
    onDomain("?auto_answer=1", "old", old -> old.create(options));
    assertThat(asked).isEmpty();
    machine("old").askInNextTask(question(null));
    onDomain("?auto_answer=1", "old", old -> old.destroy(options));

    assertThat(asked).hasSize(1);
    assertThat(machine("old").answers()).containsExactly("2", "2");
  }

  @Test
  void aQuestionFromBeforeIsHandledFirst() {
    machine("old").ask(question(0));
    onDomain("old", old -> assertFails(old::create, ErrorCode.INTERNAL_ERROR, QUESTION));
    onDomain("?auto_answer=1", "old", Domain::create);

    assertThat(machine("old").answers()).containsExactly("0");
  }

  @Test
  void flagsThatNoVmwareHostCanFollowAreRefusedByTheDriver() {
    onDomain(
        "old",
        old -> {
          for (DomainCreateFlag flag : DomainCreateFlag.values()) {
            assertRefused(
                () -> old.create(Set.of(flag), TaskOptions.DEFAULT),
                flag,
                "virDomainCreateWithFlags",
                "esxDomainCreateWithFlags");
          }
          assertFails(
              () -> old.createWithFiles(new int[] {3}, Set.of(), TaskOptions.DEFAULT),
              ErrorCode.NO_SUPPORT,
              "this function is not supported by the connection driver: virDomainCreateWithFiles");
        });
    onDomain(
        "web",
        web -> {
          for (DomainShutdownFlag flag : DomainShutdownFlag.values()) {
            assertRefused(
                () -> web.shutdown(Set.of(flag)),
                flag,
                "virDomainShutdownFlags",
                "esxDomainShutdownFlags");
          }
          for (DomainRebootFlag flag : DomainRebootFlag.values()) {
            assertRefused(
                () -> web.reboot(Set.of(flag)), flag, "virDomainReboot", "esxDomainReboot");
          }
          for (DomainDestroyFlag flag : DomainDestroyFlag.values()) {
            assertRefused(
                () -> web.destroy(Set.of(flag), TaskOptions.DEFAULT),
                flag,
                "virDomainDestroyFlags",
                "esxDomainDestroyFlags");
          }
          assertThat(web.isActive()).isTrue();
        });
    assertThat(machine("old").power()).isEqualTo(PowerState.OFF);
  }

  private static void assertRefused(
      ThrowingCallable action, LibvirtFlag flag, String function, String driverFunction) {
    assertThatThrownBy(action)
        .hasMessage(
            "unsupported flags (0x"
                + Integer.toHexString(flag.bit())
                + ") in function "
                + driverFunction)
        .isInstanceOfSatisfying(
            LibvirtException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARG);
              assertThat(e.domain()).isEqualTo(ErrorDomain.ESX);
              assertThat(e.operation()).isEqualTo(function);
            });
  }
}

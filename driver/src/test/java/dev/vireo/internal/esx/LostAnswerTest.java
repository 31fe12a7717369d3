package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vireo.Connect;
import dev.vireo.Domain;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.TaskOptions;
import dev.vireo.simulator.FaultEffect;
import dev.vireo.simulator.FaultRule;
import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.Preset;
import dev.vireo.simulator.SimulatorConfig;
import dev.vireo.simulator.ToolsState;
import dev.vireo.vim.types.FileLocked;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.NotAuthenticated;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When the answer of a host is lost, what it has done is found out, or said to be unknown. */
@Timeout(60)
class LostAnswerTest {

  private static final FaultEffect CUT = new FaultEffect.CutConnection(0);
  private static final FaultEffect NO_SESSION =
      new FaultEffect.SoapFault(
          new NotAuthenticated(new ManagedObjectReference("X", "x"), "System.View"), "No.");

  private final InProcessHost host =
      InProcessHost.withMachines(ServedHost.empty(Preset.ESX80).build());

  @AfterEach
  void nothingIsLeft() {
    assertThat(host.simulator().sessions()).isEmpty();
    host.close();
  }

  private void onDomain(String name, Consumer<Domain> action) {
    try (Connect connect = host.open()) {
      action.accept(connect.domainLookupByName(name));
    }
  }

  private void goWrong(String method, FaultEffect effect) {
    host.simulator().faults().add(FaultRule.on(method, effect));
  }

  private PowerState power(String name) {
    return host.simulator().vms().get(name).power();
  }

  private long calls(String method) {
    return host.simulator().requests().count(method);
  }

  private static LibvirtException failure(Runnable action) {
    LibvirtException failure = catchThrowableOfType(LibvirtException.class, action::run);
    assertThat(failure).isNotNull();
    return failure;
  }

  static Stream<FaultEffect> lost() {
    return Stream.of(
        CUT,
        new FaultEffect.TimeOut(),
        new FaultEffect.Garbage("<what"),
        new FaultEffect.HttpStatus(503));
  }

  @ParameterizedTest
  @MethodSource("lost")
  void aTaskWhoseBeginWasLostIsRecognised(FaultEffect effect) {
    goWrong("PowerOnVM_Task", effect.equals(CUT) ? effect : new FaultEffect.Afterwards(effect));
    onDomain("old", Domain::create);
    assertThat(power("old")).isEqualTo(PowerState.ON);
    assertThat(calls("PowerOnVM_Task")).isEqualTo(1);
  }

  @Test
  void aRecognisedTaskThatFailsTellsWhy() {
    goWrong("PowerOffVM_Task", CUT);
    goWrong(
        "PowerOffVM_Task",
        new FaultEffect.TaskFault(new FileLocked(null, List.of(), "web.vmdk"), "in use"));
    onDomain(
        "web",
        web -> {
          LibvirtException failure = failure(web::destroy);
          assertThat(failure).hasMessageContaining("Could not destroy domain: FileLocked - in use");
          assertThat(failure.isOutcomeUnknown()).isFalse();
        });
  }

  @ParameterizedTest
  @MethodSource("lost")
  void anOperationThatLeavesNoTraceIsUnknown(FaultEffect effect) {
    goWrong("SuspendVM_Task", effect.equals(CUT) ? new FaultEffect.CutRequest() : effect);
    onDomain(
        "web",
        web -> {
          LibvirtException failure = failure(web::suspend);
          assertThat(failure.code()).isEqualTo(ErrorCode.RPC);
          assertThat(failure.isOutcomeUnknown()).isTrue();
          assertThat(failure)
              .hasMessageStartingWith("The outcome of 'suspend' for domain 'web' is unknown: ")
              .hasMessageEndingWith(
                  ". The host may have carried it out, or may yet do so; so far it shows no task"
                      + " of it; look at the domain before you try again");
        });
    assertThat(calls("SuspendVM_Task")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"shutdown", "reboot"})
  void aRequestToTheGuestIsNeitherRepeatedNorCalledFailed(String operation) {
    host.simulator().vms().get("web").tools(ToolsState.RUNNING);
    boolean reboot = operation.equals("reboot");
    String method = reboot ? "RebootGuest" : "ShutdownGuest";
    goWrong(method, CUT);
    onDomain(
        "web",
        web -> {
          LibvirtException failure = failure(reboot ? web::reboot : web::shutdown);
          assertThat(failure.code()).isEqualTo(ErrorCode.RPC);
          assertThat(failure).hasMessageContaining("'" + operation + "' for domain 'web'");
        });
    assertThat(calls(method)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"WaitForUpdatesEx", "CreateFilter"})
  void aHostThatLetsNobodyWaitIsAskedForTheTask(String method) {
    goWrong(method, NO_SESSION);
    onDomain(
        "old",
        old -> {
          LibvirtException failure = catchThrowableOfType(LibvirtException.class, old::create);
          // With pauses that take no time, the task may not have ended by then.
          assertThat(failure == null || failure.code() == ErrorCode.RPC).isTrue();
          assertThat(host.simulator().sessions()).hasSizeLessThanOrEqualTo(1);
        });
    assertThat(calls("Login")).isLessThan(15);
    assertThat(calls(method)).isLessThan(15);
  }

  @Test
  void aTaskThatCannotBeFollowedIsKnownByItsResult() {
    goWrong("CreateFilter", new FaultEffect.HttpStatus(503));
    host.simulator()
        .faults()
        .add(new FaultRule("RetrievePropertiesEx", new FaultEffect.HttpStatus(503), 2, 9, 1));
    host.simulator().vms().get("build").power(PowerState.SUSPENDED);
    onDomain(
        "build",
        build -> {
          LibvirtException failure = catchThrowableOfType(LibvirtException.class, build::resume);
          assertThat(failure == null || failure.isOutcomeUnknown()).isTrue();
        });
    assertThat(calls("PowerOnVM_Task")).isEqualTo(1);
  }

  @Test
  void anInterruptedWaitLeavesTheOutcomeUnknown() {
    SimulatorConfig slow = ServedHost.empty(Preset.ESX80).taskDuration(Duration.ofDays(1)).build();
    try (InProcessHost stuck = InProcessHost.withMachines(slow);
        Connect connect = stuck.open()) {
      Domain old = connect.domainLookupByName("old");
      TaskOptions options =
          TaskOptions.DEFAULT.withProgress(percent -> Thread.currentThread().interrupt());

      LibvirtException failure = failure(() -> old.create(options));

      assertThat(Thread.interrupted()).isTrue();
      assertThat(failure.code()).isEqualTo(ErrorCode.OPERATION_ABORTED);
      assertThat(failure.isOutcomeUnknown()).isTrue();
      assertThat(failure).hasMessageContaining("its task had begun");
    }
  }

  @Test
  void aForgottenConnectionIsLoggedOut() {
    forget();
    while (!host.simulator().sessions().isEmpty()) {
      System.gc(); // the test class has a limit
    }
  }

  private void forget() {
    assertThat(host.open().listDomains()).isNotEmpty();
  }
}

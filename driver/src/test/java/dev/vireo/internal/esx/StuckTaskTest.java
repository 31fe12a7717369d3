package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.Connect;
import dev.vireo.Domain;
import dev.vireo.DomainState;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.TaskOptions;
import dev.vireo.simulator.OpenSession;
import dev.vireo.simulator.Preset;
import dev.vireo.simulator.Simulator;
import dev.vireo.vim.ClientOptions;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.methods.PowerOnVM_Task;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tasks that make no way, on hosts of all products. */
@Timeout(60)
class StuckTaskTest {

  @ParameterizedTest
  @EnumSource
  void aTaskThatTakesTooLongIsCancelled(Preset preset) {
    onOld(
        preset,
        old ->
            DriverTestBase.assertFails(
                () -> old.create(TaskOptions.DEFAULT.withTimeout(Duration.ofMillis(5))),
                ErrorCode.OPERATION_TIMEOUT,
                "Timed out during operation: Could not start domain: not done after 5 ms;"
                    + " the task was cancelled"));
  }

  @ParameterizedTest
  @EnumSource
  void theCallerCanCancel(Preset preset) {
    onOld(
        preset,
        old ->
            DriverTestBase.assertFails(
                () -> old.create(TaskOptions.DEFAULT.withCancelled(() -> true)),
                ErrorCode.OPERATION_ABORTED,
                "operation aborted: Could not start domain: cancelled; the task was cancelled"));
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptEndsTheWaitAndLeavesNothingBehind(Preset preset) throws InterruptedException {
    try (ServedHost host = stuckHost(preset);
        Connect connect = host.open()) {
      Domain old = connect.domainLookupByName("old");
      AtomicReference<LibvirtException> failure = new AtomicReference<>();
      Thread waiting =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  old.create(
                      TaskOptions.DEFAULT.withProgress(
                          percent -> Thread.currentThread().interrupt()));
                } catch (LibvirtException e) {
                  failure.set(e);
                }
              });
      waiting.join();

      assertThat(failure.get()).isNotNull();
      assertThat(failure.get().code()).isEqualTo(ErrorCode.OPERATION_ABORTED);
      assertNoFilters(host.simulator());
    }
  }

  @ParameterizedTest
  @EnumSource
  void otherTasksForbidANewOne(Preset preset) {
    onOld(
        preset,
        old ->
            DriverTestBase.assertFails(
                old::create,
                ErrorCode.OPERATION_INVALID,
                "Requested operation is not valid: Other tasks are pending for this domain"),
        StuckTaskTest::powerOnOld);
  }

  private static void powerOnOld(Simulator host) {
    try (VimClient client = VimClient.connect(host.transport(), ClientOptions.DEFAULT)) {
      client.login(host.config().userName(), host.config().password());
      client.call(new PowerOnVM_Task(host.vms().get("old").ref(), null));
    }
  }

  private static void onOld(Preset preset, Consumer<Domain> action) {
    onOld(preset, action, host -> {});
  }

  private static void onOld(Preset preset, Consumer<Domain> action, Consumer<Simulator> prepare) {
    try (ServedHost host = stuckHost(preset)) {
      prepare.accept(host.simulator());
      try (Connect connect = host.open()) {
        Domain old = connect.domainLookupByName("old");
        action.accept(old);
        assertThat(old.getState()).isEqualTo(DomainState.SHUTOFF);
        assertNoFilters(host.simulator());
      }
      assertThat(host.simulator().sessions()).isEmpty();
    }
  }

  private static ServedHost stuckHost(Preset preset) {
    return ServedHost.withMachines(
        ServedHost.empty(preset).taskDuration(Duration.ofDays(1)).build());
  }

  private static void assertNoFilters(Simulator host) {
    assertThat(host.sessions()).extracting(OpenSession::propertyFilters).containsExactly(0);
  }
}

package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.Connect;
import dev.vireo.Domain;
import dev.vireo.simulator.ExpiredReads;
import dev.vireo.simulator.FaultEffect;
import dev.vireo.simulator.FaultRule;
import dev.vireo.simulator.OpenSession;
import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.Preset;
import dev.vireo.simulator.Simulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A session that the host ends at any moment goes unnoticed. */
@Timeout(120)
class SessionExpiryTest {

  static Stream<Arguments> hosts() {
    return Stream.of(Preset.values())
        .flatMap(
            preset -> Stream.of(ExpiredReads.values()).map(style -> Arguments.of(preset, style)));
  }

  /** Repeats each operation, with the session ended before its first, second... request. */
  @ParameterizedTest
  @MethodSource("hosts")
  void beforeEachRequestOfEachOperation(Preset preset, ExpiredReads style) {
    try (ServedHost host =
            ServedHost.withMachines(ServedHost.empty(preset).expiredReads(style).build());
        Operations on = new Operations(host).prepared()) {
      for (HostOperation operation : HostOperation.on(preset)) {
        int survived = 0;
        while (survivesExpiryBefore(survived + 1, operation, on, host.simulator())) {
          survived++;
        }
        assertThat(survived)
            .as("requests of %s", operation.text())
            .isGreaterThanOrEqualTo(operation.least());
      }
    }
  }

  /** Whether the operation has made so many requests; it must succeed anyway. */
  private static boolean survivesExpiryBefore(
      int request, HostOperation operation, Operations on, Simulator host) {
    on.startOf(operation);
    FaultRule expiry = new FaultRule("*", new FaultEffect.ExpireSessions(), request - 1, 1, 1);
    host.faults().add(expiry);
    try {
      operation.run(on);
      on.closeFurther();
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError(operation.text() + ", expired before request " + request, e);
    }
    boolean reached = host.faults().hits(expiry) == 1;
    host.faults().clear();
    assertThat(host.sessions())
        .as("sessions after %s, expired before request %d", operation.text(), request)
        .hasSizeLessThanOrEqualTo(1)
        .extracting(OpenSession::propertyFilters)
        .allMatch(filters -> filters == 0);
    return reached;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void fiftyThreadsThatLoseTheSessionLogInOnce(boolean virtual) throws InterruptedException {
    try (ServedHost host = ServedHost.withMachines(ServedHost.empty(Preset.ESX80).build());
        Connect connect = host.open()) {
      host.simulator().expireSessions();
      host.simulator().requests().reset();

      inThreads(50, virtual, () -> assertThat(connect.listAllDomains(Set.of())).hasSize(5));

      assertThat(host.simulator().requests().count("Login")).isEqualTo(1);
      assertThat(host.simulator().sessions()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void manyTasksGoOnWhenTheSessionEndsInTheirMidst(Preset preset) throws InterruptedException {
    int tasks = 12;
    try (ServedHost host = ServedHost.withMachines(ServedHost.empty(preset).build());
        Connect connect = host.open()) {
      Simulator simulator = host.simulator();
      TestMachines.fill(simulator, 5 + tasks);
      Queue<Domain> domains = new ConcurrentLinkedQueue<>();
      for (Domain domain : connect.listAllDomains(Set.of())) {
        if (domain.getName().startsWith("vm-")) {
          domains.add(domain);
        }
      }
      simulator
          .faults()
          .add(FaultRule.on("DestroyPropertyFilter", new FaultEffect.ExpireSessions()).times(2));

      inThreads(tasks, true, () -> domains.remove().create());

      assertThat(simulator.vms().all())
          .filteredOn(vm -> vm.name().startsWith("vm-"))
          .hasSize(tasks)
          .allMatch(vm -> vm.power() == PowerState.ON);
      assertThat(simulator.sessions())
          .extracting(OpenSession::propertyFilters)
          .allMatch(filters -> filters == 0);
    }
  }

  /** Starts all at the same moment, and gives their failures on. */
  private static void inThreads(int count, boolean virtual, Runnable action)
      throws InterruptedException {
    Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    CountDownLatch all = new CountDownLatch(count);
    Thread.Builder builder = virtual ? Thread.ofVirtual() : Thread.ofPlatform();
    builder.uncaughtExceptionHandler((thread, failure) -> failures.add(failure));
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      threads.add(
          builder.start(() -> {
            all.countDown();
            try {
              all.await();
            } catch (InterruptedException e) {
              throw new AssertionError(e);
            }
            action.run();
          }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(failures).isEmpty();
  }
}

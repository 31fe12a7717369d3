package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.LibvirtException;
import dev.vireo.simulator.FaultRule;
import dev.vireo.simulator.HostContents;
import dev.vireo.simulator.Preset;
import dev.vireo.simulator.ServeOptions;
import dev.vireo.simulator.Simulator;
import dev.vireo.simulator.SimulatorConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation, on hosts of every product, with everything that can go wrong at each of its
 * requests: it succeeds, or fails with one error that is true, and leaves nothing behind.
 */
@Timeout(300)
class EveryFaultTest {

  /** More than any operation makes requests. */
  private static final int FOR_EVER = 100_000;

  private static final int HOSTS = Math.max(2, Runtime.getRuntime().availableProcessors());

  static Stream<Arguments> runs() {
    return Stream.concat(
        Stream.of(Preset.values()).map(preset -> Arguments.of(preset, 1)),
        // a read is sent again when the connection breaks
        Stream.of(Arguments.of(Preset.ESX80, 2), Arguments.of(Preset.ESX80, FOR_EVER)));
  }

  /** All on the newest host; elsewhere, and for a second time, those that differ in kind. */
  private static Set<FaultKind> kinds(Preset preset, int times) {
    return preset == Preset.ESX80 && times != 2
        ? EnumSet.allOf(FaultKind.class)
        : EnumSet.of(
            FaultKind.CUT_BEFORE_THE_CALL,
            FaultKind.CUT_BEFORE_THE_ANSWER,
            FaultKind.SILENCE_AFTERWARDS,
            FaultKind.REPEAT,
            FaultKind.GARBAGE_AFTERWARDS,
            FaultKind.UNAVAILABLE,
            FaultKind.NO_SUCH_OBJECT,
            FaultKind.TASK_FAILS,
            FaultKind.NO_SESSION);
  }

  @ParameterizedTest
  @MethodSource("runs")
  void inProcess(Preset preset, int times) {
    SimulatorConfig config = ServedHost.empty(preset).taskDuration(Duration.ofMillis(1)).build();
    tryAll(
        () -> InProcessHost.withMachines(config),
        HostOperation.on(preset),
        kinds(preset, times),
        times);
  }

  /** With what is another thing on the wire; silence would take its time here. */
  @Test
  void overHttp() {
    SimulatorConfig config =
        ServedHost.empty(Preset.ESX80).taskDuration(Duration.ofMillis(1)).build();
    Set<FaultKind> kinds =
        EnumSet.of(
            FaultKind.CUT_BEFORE_THE_CALL,
            FaultKind.CUT_BEFORE_THE_ANSWER,
            FaultKind.CUT_IN_THE_ANSWER,
            FaultKind.DRIP,
            FaultKind.NO_CONTENT,
            FaultKind.REDIRECT,
            FaultKind.UNAUTHORIZED,
            FaultKind.UNAVAILABLE_AFTERWARDS,
            FaultKind.GARBAGE_AFTERWARDS,
            FaultKind.NO_SESSION);
    tryAll(() -> served(config), HostOperation.on(Preset.ESX80), kinds, 1);
  }

  private static HostUnderTest served(SimulatorConfig config) {
    ServedHost host = ServedHost.start(config, ServeOptions.http());
    TestMachines.addTo(host.simulator());
    return host;
  }

  /**
   * Tries all operations on several hosts at a time, each of which takes the next one. The threads
   * are virtual, so that the calls within the process, which are many and small, are on such, too:
   * most of the time of this test was that of making threads.
   */
  private static void tryAll(
      Supplier<HostUnderTest> hosts,
      List<HostOperation> operations,
      Set<FaultKind> kinds,
      int times) {
    Queue<HostOperation> left = new ConcurrentLinkedQueue<>(operations);
    List<Future<Integer>> runs = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < HOSTS; i++) {
        runs.add(threads.submit(() -> tryNext(hosts, left, kinds, times)));
      }
    }
    int combinations = 0;
    for (Future<Integer> run : runs) {
      if (run.state() == Future.State.FAILED) {
        throw new AssertionError(run.exceptionNow().getMessage(), run.exceptionNow());
      }
      combinations += run.resultNow();
    }
    System.out.printf(
        "%s: %,d combinations of operation, request and fault%n",
        times == FOR_EVER ? "for ever" : times + " times", combinations);
  }

  private static int tryNext(
      Supplier<HostUnderTest> hosts, Queue<HostOperation> left, Set<FaultKind> kinds, int times) {
    int combinations = 0;
    try (HostUnderTest host = hosts.get()) {
      for (HostOperation next = left.poll(); next != null; next = left.poll()) {
        for (FaultKind kind : kinds) {
          combinations += tryEachRequest(new Trial(host, next, kind, times));
        }
      }
    }
    return combinations;
  }

  private static int tryEachRequest(Trial trial) {
    int requests = 0;
    while (trial.reaches(requests + 1)) {
      requests++;
    }
    assertThat(requests)
        .as("requests of %s with %s", trial.operation(), trial.kind())
        .isBetween(trial.operation().least(), 100);
    return requests;
  }

  /** One operation with one thing that goes wrong. */
  private record Trial(HostUnderTest host, HostOperation operation, FaultKind kind, int times) {

    /** Whether the operation made so many requests, so that the fault happened. */
    boolean reaches(int request) {
      Simulator simulator = host.simulator();
      FaultRule rule = kind.at(request, times);
      boolean happened;
      try (Operations on = new Operations(host).prepared()) {
        on.startOf(operation);
        HostContents before = simulator.contents();
        host.exchanges().clear();
        simulator.requests().reset();
        simulator.faults().add(rule);
        @Nullable LibvirtException failure = run(on, request);
        assertThat(Thread.interrupted()).as("interrupted after " + text(request)).isFalse();
        happened = simulator.faults().hits(rule) > 0;
        simulator.faults().clear();
        assertAskedOnce(request);
        if (failure != null) {
          assertThat(failure)
              .as(text(request))
              .hasMessageNotContaining("null")
              .hasMessageNotContaining("internal error: unexpected");
          Quiet.await(simulator);
          assertTrue(failure, before, request);
        } else if (operation.reads()) {
          assertThat(simulator.contents()).as(text(request)).isEqualTo(before);
        }
        on.closeFurther();
        if (times == 1) {
          assertThat(simulator.sessions())
              .as("sessions after " + text(request))
              .hasSizeLessThanOrEqualTo(1 + lostSecrets())
              .allMatch(session -> session.propertyFilters() + session.views() == 0);
        }
      } finally {
        simulator.faults().clear();
      }
      assertThat(simulator.sessions())
          .as("sessions after %s: %s", text(request), simulator.requests().byOperation())
          .hasSizeLessThanOrEqualTo(lostSecrets() + lostLogouts());
      simulator.expireSessions();
      return happened;
    }

    private @Nullable LibvirtException run(Operations on, int request) {
      try {
        operation.run(on);
        return null;
      } catch (LibvirtException e) {
        return e;
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError(text(request), e);
      }
    }

    /** Sessions whose secret nobody got to know. */
    private int lostSecrets() {
      return kind.losesTheSecret()
          ? (int)
              host.exchanges().stream()
                  .filter(exchange -> exchange.operation().equals("Login"))
                  .filter(exchange -> exchange.failure() != null)
                  .count()
          : 0;
    }

    /** A session that the host would not let go, however often it was asked to. */
    private int lostLogouts() {
      boolean lost = host.simulator().requests().count("Logout") > 3;
      boolean denied = kind == FaultKind.NO_SESSION && times > 1;
      return denied || (times == FOR_EVER && lost) ? 1 : 0;
    }

    /** What is told as failed was not done, and what was begun is followed. */
    private void assertTrue(LibvirtException failure, HostContents before, int request) {
      if (operation.reads()) {
        assertThat(failure.isOutcomeUnknown()).as(text(request)).isFalse();
      }
      // What cannot be taken back for the same reason is told.
      boolean stays =
          times == FOR_EVER && String.valueOf(failure.getMessage()).contains(" stays: ");
      if (!stays && (!failure.isOutcomeUnknown() || (operation.waits() && times == 1))) {
        assertThat(host.simulator().contents())
            .as("after %s: %s", text(request), failure.getMessage())
            .isEqualTo(before);
      }
    }

    /** What changes something is sent once, unless the host said that it was refused. */
    private void assertAskedOnce(int request) {
      if (!kind.refusesForWantOfASession()) {
        for (String method : operation.changes()) {
          assertThat(host.simulator().requests().count(method))
              .as("calls of %s in %s", method, text(request))
              .isLessThanOrEqualTo(1);
        }
      }
    }

    private String text(int request) {
      return operation + " with " + kind + " from request " + request + ", " + times + " times";
    }
  }
}

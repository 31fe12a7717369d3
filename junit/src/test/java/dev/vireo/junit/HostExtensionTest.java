package dev.vireo.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

class HostExtensionTest {

  private static final String LEFT = "The test left something behind:\n- ";
  private static final String SESSION = "a session of 'root' is still logged in";
  private static final String CONNECTION = "1 connection is not closed";
  private static final String THREAD =
      "the thread 'vireo-keep-alive' still runs: a connection was not closed";

  private static EngineExecutionResults run(Class<?> tests) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(tests))
        .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
        .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
        .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "3")
        .execute();
  }

  /** What the one test, or container, of a class that fails, fails with. */
  private static Throwable failure(Class<?> tests) {
    List<Event> failed = run(tests).allEvents().failed().list();
    assertThat(failed).hasSize(1);
    return failed
        .getFirst()
        .getRequiredPayload(TestExecutionResult.class)
        .getThrowable()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(classes = {Leaks.Clean.class, Leaks.CleanOverHttps.class})
  void aTestThatLeavesNothingPasses(Class<?> tests) {
    run(tests).testEvents().assertStatistics(count -> count.started(1).succeeded(1));
  }

  @Test
  void aSessionFailsTheTest() {
    assertThat(failure(Leaks.LeavesSession.class))
        .isInstanceOf(AssertionError.class)
        .hasMessage(LEFT + SESSION);
  }

  @Test
  void aConnectionFailsTheTest() {
    assertThat(failure(Leaks.LeavesConnection.class))
        .isInstanceOf(AssertionError.class)
        .hasMessage(LEFT + CONNECTION);
  }

  @Test
  void aThreadFailsTheTest() {
    assertThat(failure(Leaks.LeavesThread.class))
        .isInstanceOf(AssertionError.class)
        .hasMessage(LEFT + THREAD);
  }

  @Test
  void anOpenConnectFailsTheTestInAllThreeWays() {
    assertThat(failure(Leaks.LeavesConnect.class))
        .hasMessage(LEFT + SESSION + "\n- " + CONNECTION + "\n- " + THREAD);
  }

  @Test
  void filtersAndViewsFailTheTest() {
    assertThat(failure(Leaks.LeavesFilterAndViews.class))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(
            LEFT + "1 property filter is not destroyed\n- 2 views are not destroyed\n- ");
  }

  @Test
  void theTestsOwnFailureComesFirst() {
    assertThat(failure(Leaks.FailsAndLeaks.class))
        .hasMessage("the test's own failure")
        .satisfies(e ->
            assertThat(e.getSuppressed())
                .singleElement()
                .extracting(Throwable::getMessage)
                .isEqualTo(LEFT + CONNECTION));
  }

  @Test
  void aLeakFailsOnlyTheTestThatCausedIt() {
    EngineExecutionResults results = run(Leaks.OneOfThree.class);

    results.testEvents().assertStatistics(count -> count.started(3).succeeded(2).failed(1));
    assertThat(results.testEvents().failed().list())
        .singleElement()
        .extracting(event -> event.getTestDescriptor().getDisplayName())
        .isEqualTo("leaks(Simulator)");
  }

  @Test
  void aServerParameterNeedsHttps() {
    assertThat(failure(Leaks.AsksForAServer.class))
        .hasMessage("The host of this test is not served: use @WithHost(https = true).");
  }

  @Test
  void aVcenterConnectionNeedsHttps() {
    assertThat(failure(Leaks.ConnectsToAVcenterInProcess.class))
        .hasMessageContaining("use @WithHost(preset = Preset.VCENTER, https = true)");
  }

  @Test
  void aHostIsForOneTest() {
    assertThat(failure(Leaks.AsksTooEarly.class))
        .hasMessageStartingWith("A simulated host lives for one test: take it as a parameter of");
  }

  @Test
  void theExtensionAloneDoesNotSayWhichHost() {
    assertThat(failure(Leaks.HasNoAnnotation.class))
        .hasMessage("This test has no @WithHost that says which host it is to get.");
  }
}

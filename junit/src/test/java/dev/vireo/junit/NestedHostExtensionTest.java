package dev.vireo.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Which host tests get; the nested one is played by the simulator. */
class NestedHostExtensionTest {

  private static EngineExecutionResults run(Class<?> tests) {
    return EngineTestKit.engine("junit-jupiter").selectors(selectClass(tests)).execute();
  }

  private static Throwable end(Class<?> tests) {
    Event finished = run(tests).testEvents().finished().list().getFirst();
    return finished.getRequiredPayload(TestExecutionResult.class).getThrowable().orElseThrow();
  }

  @Test
  void withoutANestedHostASimulatedOneStandsIn() {
    EngineExecutionResults results = run(NestedHostCases.Simulated.class);

    results.testEvents().assertStatistics(count -> count.started(2).succeeded(2));
    assertThat(results.testEvents().reportingEntryPublished().list())
        .hasSize(2)
        .allSatisfy(event ->
            assertThat(event.getPayload(Object.class).orElseThrow().toString())
                .contains("vireo.nested-host", "simulated host: preset esx"));
  }

  @Test
  void thisMachinesLibvirtIsAskedForTheHost() {
    run(NestedHostCases.AsksLibvirt.class)
        .testEvents()
        .assertStatistics(count -> count.started(1).succeeded(1));
  }

  @Test
  void aTestCanBeSkippedInstead() {
    run(NestedHostCases.Skipped.class)
        .testEvents()
        .assertStatistics(count -> count.started(1).aborted(1));
    assertThat(end(NestedHostCases.Skipped.class))
        .hasMessageStartingWith("there is no nested host vireo-no-such-host: ");
  }

  @Test
  void aTestCanFailInstead() {
    assertThat(end(NestedHostCases.Failing.class))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("there is no nested host vireo-no-such-host: ");
  }

  @Test
  void aVersionThatIsNotKnownFailsTheTestWhateverTheFallback() {
    assertThat(end(NestedHostCases.Unknown.class))
        .hasMessageStartingWith("'3.5' is not an ESXi version that is known here");
  }

  @Test
  void whatIsLeftOnASimulatedHostFailsTheTest() {
    assertThat(end(NestedHostCases.Leaking.class))
        .hasMessageStartingWith("The test left something behind:\n- ");
  }

  @Test
  void aNestedHostIsStartedOnceAndShutDownAfterAllTests() {
    run(NestedHostCases.Real.class).allEvents().failed().assertEventsMatchExactly();
    NestedHostCases.Real.assertShutDown();
  }
}

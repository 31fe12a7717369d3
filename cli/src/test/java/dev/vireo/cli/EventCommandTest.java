package dev.vireo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.event.DomainEventId;
import dev.vireo.simulator.OpenSession;
import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.Simulator;
import dev.vireo.simulator.SimulatorConfig;
import dev.vireo.simulator.ToolsState;
import dev.vireo.vim.types.VirtualMachineConfigSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code event} prints what happens, as virsh does. */
@Timeout(60)
class EventCommandTest {

  private final Simulator host =
      Simulator.start(SimulatorConfig.esx80().toBuilder().vms(0).build());

  EventCommandTest() {
    host.vms().add("web").tools(ToolsState.MISSING);
    host.vms().add("db").tools(ToolsState.MISSING);
  }

  @AfterEach
  void nothingIsLeft() {
    assertThat(host.sessions()).isEmpty();
    host.close();
  }

  private Run event(String... options) {
    List<String> words = new ArrayList<>(List.of("-c", host.uri().toString(), "event"));
    words.addAll(List.of(options));
    return Run.vireo(words.toArray(String[]::new));
  }

  /** Runs the command, and does something once it listens. */
  private Run event(Runnable action, String... options)
      throws InterruptedException, ExecutionException {
    CompletableFuture<Run> run = CompletableFuture.supplyAsync(() -> event(options));
    while (host.sessions().stream().mapToInt(OpenSession::propertyFilters).sum() == 0
        || host.requests().count("WaitForUpdatesEx") < 2) {
      Thread.onSpinWait(); // the test has a limit
    }
    action.run();
    return run.get();
  }

  @Test
  void theFirstEventEndsIt() throws InterruptedException, ExecutionException {
    Run run = event(() -> host.vms().get("web").power(PowerState.ON), "--all");

    assertThat(run.out())
        .isEqualTo(
            """
            event 'lifecycle' for domain 'web': Started Booted
            events received: 1

            """);
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void aLoopShowsAllKindsUntilTheTimeIsOver() throws InterruptedException, ExecutionException {
    Run run =
        event(
            () -> {
              host.vms().get("db").power(PowerState.ON);
              host.vms().get("web").power(PowerState.ON);
              host.vms().get("web").tools(ToolsState.RUNNING);
              host.vms()
                  .get("web")
                  .reconfigure(VirtualMachineConfigSpec.builder().annotation("mine").build());
              host.vms().get("web").addNetworkCard("VM Network");
            },
            "web",
            "--all",
            "--loop",
            "--timeout",
            "3");

    assertThat(run.out())
        .startsWith("event 'lifecycle' for domain 'web': Started Booted\n")
        .contains("event 'lifecycle' for domain 'web': Defined Updated\n")
        .contains("event 'metadata-change' for domain 'web': type description, uri <null>\n")
        .contains("event 'device-added' for domain 'web': ethernet1\n")
        .contains(
            "event 'agent-lifecycle' for domain 'web': state: 'connected' reason: 'channel event'\n")
        .doesNotContain("'db'")
        .endsWith("event loop timed out\nevents received: 6\n\n");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void aTimestampStandsBeforeTheEvent() throws InterruptedException, ExecutionException {
    Run run =
        event(
            () -> host.vms().get("web").power(PowerState.ON),
            "--event",
            "lifecycle",
            "--timestamp");

    assertThat(run.out())
        .matches(
            "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+0000: event 'lifecycle' for"
                + " domain 'web': Started Booted\nevents received: 1\n\n");
  }

  @Test
  void programsGetALineOfJsonForEachEvent() throws InterruptedException, ExecutionException {
    Run run = event(() -> host.vms().get("web").power(PowerState.ON), "--all", "--json");

    assertThat(run.out())
        .isEqualTo(
            "{\"event\": \"lifecycle\", \"eventId\": 0, \"id\": "
                + host.vms().get("web").id()
                + ", \"name\": \"web\", \"uuid\": \""
                + host.vms().get("web").instanceUuid()
                + "\", \"type\": \"Started\", \"typeId\": 2, \"detail\": \"Booted\","
                + " \"detailId\": 0}\n");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void noEventIsAFailureWithoutAWord() {
    Run run = event("--all", "--timeout", "1");

    assertThat(run.out()).isEqualTo("event loop timed out\nevents received: 0\n\n");
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void allKindsAreListed() {
    assertThat(event("--list").out())
        .isEqualTo(
            List.of(DomainEventId.values()).stream()
                .map(id -> id.text() + "\n")
                .collect(Collectors.joining("", "", "\n")));
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertThat(event().err())
        .isEqualTo("error: one of --list, --all, or --event <type> is required\n");
    assertThat(event("--event", "nosuch").err()).isEqualTo("error: unknown event type nosuch\n");
    assertThat(event("--all", "--timeout", "0").err())
        .isEqualTo("error: Numeric value '0' for <timeout> option is malformed or out of range\n");
    assertThat(event("nosuch", "--all").err()).isEqualTo("error: failed to get domain 'nosuch'\n");
  }
}

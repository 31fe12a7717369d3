package dev.vireo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.simulator.FaultEffect;
import dev.vireo.simulator.FaultRule;
import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.Simulator;
import dev.vireo.simulator.SimulatorConfig;
import dev.vireo.simulator.ToolsState;
import dev.vireo.vim.types.NotSupported;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What may have been done is not called failed. */
@Timeout(60)
class LostAnswersTest {

  private final Simulator host = Simulator.start(SimulatorConfig.esx80());
  private final String machine = host.vms().names().getFirst();

  @AfterEach
  void close() {
    assertThat(host.sessions()).isEmpty();
    host.close();
  }

  private Run vireo(String command) {
    return Run.vireo("-c", host.uri(), command, machine);
  }

  @Test
  void aStartWhoseAnswerIsLostSucceeds() {
    host.vms().get(machine).power(PowerState.OFF);
    host.faults().add(FaultRule.on("PowerOnVM_Task", new FaultEffect.CutConnection(0)));

    Run run = vireo("start");

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(host.vms().get(machine).power()).isEqualTo(PowerState.ON);
  }

  @Test
  void aStartThatLeavesNoTraceIsLostTrackOf() {
    host.vms().get(machine).power(PowerState.OFF);
    host.faults().add(FaultRule.on("PowerOnVM_Task", new FaultEffect.CutRequest()));

    Run run = vireo("start");

    assertThat(run.err())
        .startsWith("error: Lost track of the request to start domain '" + machine + "'\n")
        .contains("error: The outcome of 'start' for domain '" + machine + "' is unknown: ")
        .doesNotContain("Failed");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void aShutdownWhoseAnswerIsLostIsLostTrackOf() {
    host.vms().get(machine).power(PowerState.ON);
    host.vms().get(machine).tools(ToolsState.RUNNING);
    host.faults().add(FaultRule.on("ShutdownGuest", new FaultEffect.CutConnection(0)));

    Run run = vireo("shutdown");

    assertThat(run.err())
        .startsWith("error: Lost track of the request to shutdown domain '" + machine + "'\n")
        .doesNotContain("Failed");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void aRefusalHasFailed() {
    host.vms().get(machine).power(PowerState.OFF);
    host.faults()
        .add(
            FaultRule.on(
                "PowerOnVM_Task",
                new FaultEffect.SoapFault(new NotSupported(null, List.of()), "No.")));

    assertThat(vireo("start").err()).startsWith("error: Failed to start domain");
  }
}

package dev.vireo.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.interop.process.Clients;
import dev.vireo.interop.process.Command;
import dev.vireo.interop.process.ForeignProgram;
import dev.vireo.interop.process.Needs;
import dev.vireo.interop.process.Outcome;
import dev.vireo.interop.process.ScriptFile;
import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.Preset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** govc and pyVmomi take the simulated hosts for real. */
@ParameterizedClass
@EnumSource(
    value = Preset.class,
    names = {"ESX80", "VCENTER"})
class OtherClientsTest {
  @Parameter Preset preset = Preset.ESX80;
  @TempDir Path folder;

  private SimulatedHost host;
  private String off;

  OtherClientsTest() {}

  @BeforeEach
  void start() throws IOException {
    host = SimulatedHost.start(preset, folder);
    off = host.simulator().vms().names().getFirst();
    host.simulator().vms().get(off).power(PowerState.OFF);
  }

  @AfterEach
  void nothingStaysLoggedInAndTheHostStops() {
    try (SimulatedHost started = host) {
      assertThat(started.simulator().sessions()).isEmpty();
    }
  }

  @Test
  @Needs(ForeignProgram.GOVC)
  void govcReadsAboutAndSessions() {
    Command govc = host.govc();

    assertThat(govc.run("about").succeeded()).contains("Vendor:       VMware, Inc.");
    assertThat(govc.run("session.ls").succeeded()).contains(SimulatedHost.USER);
  }

  @Test
  @Needs(ForeignProgram.GOVC)
  void govcFindsTheMachines() {
    List<String> found =
        host.govc()
            .run("find", "/", "-type", "m")
            .succeeded()
            .lines()
            .map(path -> path.substring(path.lastIndexOf('/') + 1))
            // The API escapes the three characters that paths and its own escapes use.
            .map(name -> name.replace("%2f", "/").replace("%5c", "\\").replace("%25", "%"))
            .toList();

    assertThat(found).containsExactlyInAnyOrderElementsOf(host.simulator().vms().names());
  }

  @Test
  @Needs(ForeignProgram.GOVC)
  void govcSwitchesAMachineOnAndOff() {
    Command govc = host.govc();

    assertThat(govc.run("vm.power", "-on", pathOf(off)).succeeded()).contains("OK");
    assertThat(host.simulator().vms().get(off).power()).isEqualTo(PowerState.ON);
    assertThat(govc.run("vm.info", pathOf(off)).succeeded()).contains("poweredOn");
    assertThat(govc.run("vm.power", "-off", pathOf(off)).succeeded()).contains("OK");
    assertThat(host.simulator().vms().get(off).power()).isEqualTo(PowerState.OFF);
  }

  @Test
  @Needs(ForeignProgram.GOVC)
  void govcIsToldWhatTheStateForbids() {
    Outcome outcome = host.govc().run("vm.power", "-off", pathOf(off));

    assertThat(outcome.exitCode()).isNotZero();
    assertThat(outcome.stdout() + outcome.stderr()).contains("current state (Powered off)");
  }

  @Test
  @Needs(ForeignProgram.PYVMOMI)
  void pyvmomiReadsAViewAndWaitsForTasks() throws IOException {
    Path script = ScriptFile.copy(getClass(), "pyvmomi_client.py", folder);

    List<String> facts =
        Clients.pyvmomi(script, SimulatedHost.PASSWORD)
            .run("127.0.0.1", Integer.toString(host.server().port()), SimulatedHost.USER, off)
            .succeeded()
            .lines()
            .toList();

    assertThat(facts)
        .contains("session: " + SimulatedHost.USER, "vm: " + off + " poweredOff")
        .containsSubsequence(
            "task: VirtualMachine.powerOn success",
            "power: poweredOn",
            "task: VirtualMachine.powerOff success",
            "power: poweredOff",
            "fault: InvalidPowerState poweredOff",
            "found: " + off);
    assertThat(facts.stream().filter(fact -> fact.startsWith("vm: ")))
        .hasSameSizeAs(host.simulator().vms().names());
  }

  private String pathOf(String name) {
    return host.govc().run("find", "/", "-type", "m", "-name", name).succeeded().strip();
  }
}

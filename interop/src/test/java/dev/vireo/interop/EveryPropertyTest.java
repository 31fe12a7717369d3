package dev.vireo.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.interop.process.Clients;
import dev.vireo.interop.process.Command;
import dev.vireo.interop.process.ForeignProgram;
import dev.vireo.interop.process.Needs;
import dev.vireo.interop.process.ScriptFile;
import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.Preset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the simulated hosts show to pyVmomi. */
@Needs(ForeignProgram.PYVMOMI)
class EveryPropertyTest {
  @TempDir Path folder;

  EveryPropertyTest() {}

  private Path script(String name) throws IOException {
    return ScriptFile.copy(getClass(), name, folder);
  }

  /** Old hosts do not say which releases they speak: the client has to be told. */
  private static List<String> version(Preset preset) {
    return switch (preset) {
      case ESX35, GSX20 -> List.of("vim.version.version2");
      case ESX80, ESX41, VCENTER -> List.of();
    };
  }

  @ParameterizedTest
  @EnumSource(Preset.class)
  void pyvmomiReadsEveryPropertyOfEveryObject(Preset preset) throws IOException {
    List<String> facts;
    try (SimulatedHost host = SimulatedHost.start(preset, folder)) {
      host.simulator().vms().all().getFirst().power(PowerState.OFF);
      String port = Integer.toString(host.server().port());
      Command reader =
          Clients.pyvmomi(script("pyvmomi_reader.py"), SimulatedHost.PASSWORD)
              .leading("127.0.0.1", port, SimulatedHost.USER);
      facts = reader.run(version(preset).toArray(String[]::new)).succeeded().lines().toList();
      assertThat(host.simulator().sessions()).isEmpty();
    }

    assertThat(facts).noneMatch(fact -> fact.startsWith("fault:"));
    assertThat(facts.stream().filter(fact -> fact.startsWith("VirtualMachine:")))
        .hasSize(preset == Preset.VCENTER ? 25 : 5);
    assertThat(facts.stream().map(fact -> fact.substring(0, fact.indexOf(':'))))
        .contains(
            "ServiceInstance",
            "SessionManager",
            "PropertyCollector",
            "ViewManager",
            "EventManager",
            "TaskManager",
            "OptionManager",
            "AuthorizationManager",
            "PerformanceManager",
            "LicenseManager",
            "HostSystem",
            "Datastore",
            "Network",
            "ResourcePool",
            "EnvironmentBrowser",
            "HostNetworkSystem");
  }
}

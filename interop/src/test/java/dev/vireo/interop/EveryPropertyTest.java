package dev.vireo.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.interop.process.Clients;
import dev.vireo.interop.process.Command;
import dev.vireo.interop.process.ForeignProgram;
import dev.vireo.interop.process.Needs;
import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.Preset;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the simulated hosts show, and pyVmomi's tables of what hosts can show. */
@Needs(ForeignProgram.PYVMOMI)
class EveryPropertyTest {
  private static final String TYPES = "/dev/vireo/simulator/internal/schema/types.txt";

  /** The releases that the simulated hosts know. */
  private static final List<String> RELEASES =
      List.of(
          "2.5", "4.0", "4.1", "5.0", "5.1", "5.5", "6.0", "6.5", "6.7", "6.7.1", "6.7.2", "6.7.3",
          "7.0.0.0", "7.0.1.0", "7.0.2.0", "7.0.3.0", "8.0.0.0", "8.0.1.0", "8.0.2.0", "8.0.3.0");

  @TempDir Path folder;

  EveryPropertyTest() {}

  private Path script(String name) throws IOException {
    Path script = folder.resolve(name);
    try (InputStream text = getClass().getResourceAsStream(name)) {
      Files.copy(Objects.requireNonNull(text), script);
    }
    return script;
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

  @Test
  void theTypesAreThoseThatPyvmomiKnows() throws IOException {
    List<String> known =
        Clients.pyvmomi(script("pyvmomi_types.py"), "")
            .run(RELEASES.toArray(String[]::new))
            .succeeded()
            .lines()
            .toList();
    try (InputStream table = getClass().getResourceAsStream(TYPES)) {
      Stream<String> ours =
          new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.US_ASCII)
              .lines()
              .filter(line -> !line.startsWith("#"));

      assertThat(ours).containsExactlyElementsOf(known);
    }
  }
}

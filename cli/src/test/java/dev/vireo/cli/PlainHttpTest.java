package dev.vireo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.simulator.Preset;
import dev.vireo.simulator.ServeOptions;
import dev.vireo.simulator.Simulator;
import dev.vireo.simulator.SimulatorConfig;
import dev.vireo.simulator.SimulatorServer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A host that is served without encryption, as {@code vireo simulator --http} does. */
class PlainHttpTest {

  @Test
  void isListedAndLoggedOutOf() {
    try (Simulator host = Simulator.start(SimulatorConfig.of(Preset.ESX80));
        SimulatorServer server = host.serve(ServeOptions.http())) {
      String uri = "esx://root@127.0.0.1:" + server.port() + "/?transport=http";
      Run run =
          Run.with(
              Map.of("VIREO_PASSWORD", String.valueOf(host.config().password())),
              "",
              "-c",
              uri,
              "list",
              "--name",
              "--inactive");

      assertThat(run)
          .isEqualTo(
              new Run(
                  "build agent\nBüro/Test 100%\n\n",
                  "warning: the password travels to '127.0.0.1' in the clear (transport=http)\n",
                  0));
      assertThat(host.sessions()).isEmpty();
    }
  }
}

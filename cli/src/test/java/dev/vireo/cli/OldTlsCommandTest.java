package dev.vireo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.simulator.Preset;
import dev.vireo.simulator.ServeOptions;
import dev.vireo.simulator.Simulator;
import dev.vireo.simulator.SimulatorConfig;
import dev.vireo.simulator.SimulatorServer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A host that speaks TLS 1.0 only, as ESX 4.1 does. */
@Timeout(60)
class OldTlsCommandTest {

  private final Simulator host = Simulator.start(SimulatorConfig.of(Preset.ESX41));
  private final SimulatorServer server = host.serve(ServeOptions.http());

  @AfterEach
  void nobodyStaysLoggedIn() {
    assertThat(host.sessions()).isEmpty();
    server.close();
    host.close();
  }

  private Run list(OldTlsServer tls, String parameters) {
    return Run.with(
        Map.of("VIREO_PASSWORD", String.valueOf(host.config().password())),
        "",
        "-c",
        "esx://root@" + tls.authority() + "/?" + parameters,
        "list",
        "--all",
        "--name");
  }

  @Test
  void isListedWithTheParameterAndAWarning() throws Exception {
    try (OldTlsServer tls = new OldTlsServer(server.port())) {
      Run run = list(tls, "no_verify=1&tls=legacy");

      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.out().strip().lines()).isNotEmpty();
      assertThat(run.err())
          .isEqualTo(
              "warning: whoever listens in may be able to read the connection to '127.0.0.1'"
                  + " (tls=legacy)\n");
    }
  }

  @Test
  void isRefusedWithoutItAndTheErrorNamesIt() throws Exception {
    try (OldTlsServer tls = new OldTlsServer(server.port())) {
      Run run = list(tls, "no_verify=1");

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err())
          .contains("no TLS session: ")
          .contains("hint: if the host is an ESX 5.x or older or a GSX, use the URI parameter")
          .contains("tls=legacy");
    }
  }

  @Test
  void itsCertificateIsStillJudged() throws Exception {
    try (OldTlsServer tls = new OldTlsServer(server.port())) {
      Run run = list(tls, "tls=legacy");

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err())
          .contains("its certificate is not trusted: it is self-signed")
          .contains("fingerprint=");
    }
  }
}

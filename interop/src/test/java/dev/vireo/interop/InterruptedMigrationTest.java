package dev.vireo.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.interop.process.Command;
import dev.vireo.interop.process.ForeignProgram;
import dev.vireo.interop.process.Needs;
import dev.vireo.simulator.Preset;
import dev.vireo.simulator.ServeOptions;
import dev.vireo.simulator.SimulatedVm;
import dev.vireo.simulator.Simulator;
import dev.vireo.simulator.SimulatorConfig;
import dev.vireo.simulator.SimulatorServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The installed command, told by Ctrl-C to end while a vCenter migrates a machine. */
@Needs(ForeignProgram.VIREO)
class InterruptedMigrationTest {

  private static final String MOVE = "MigrateVM_Task";

  @TempDir private Path folder;

  @Test
  void cancelsTheTaskAndSaysSo() throws Exception {
    SimulatorConfig config =
        SimulatorConfig.of(Preset.VCENTER).toBuilder()
            .taskDuration(Duration.ofHours(1))
            .userName(SimulatedHost.USER)
            .password(SimulatedHost.PASSWORD.toCharArray())
            .build();
    Path authFile =
        AuthFile.write(folder.resolve("auth.conf"), SimulatedHost.USER, SimulatedHost.PASSWORD);
    Path stdout = folder.resolve("stdout");
    Path stderr = folder.resolve("stderr");
    try (Simulator vCenter = Simulator.start(config);
        SimulatorServer server = vCenter.serve(ServeOptions.https())) {
      SimulatedVm machine =
          vCenter.vms().get(vCenter.hypervisors().get("esx1.example.com").vms().getFirst());
      String here =
          "vpx://"
              + SimulatedHost.USER
              + "@127.0.0.1:"
              + server.port()
              + "/Datacenter/Cluster/esx1.example.com?no_verify=1";
      Process vireo =
          Command.of(ForeignProgram.VIREO)
              .with("VIREO_JAVA_HOME", System.getProperty("java.home"))
              .with("LIBVIRT_AUTH_FILE", authFile.toString())
              .leading("-c", here)
              .start(
                  List.of("migrate", machine.name(), here.replace("esx1.", "esx2.")),
                  stdout,
                  stderr);
      try {
        while (vireo.isAlive() && vCenter.requests().count(MOVE) == 0) {
          Thread.onSpinWait();
        }

        new ProcessBuilder("kill", "-INT", Long.toString(vireo.pid())).start().waitFor();

        assertThat(vireo.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(stderr)
            .content()
            .contains("Could not migrate domain: cancelled; the task was cancelled");
        assertThat(vireo.exitValue()).isEqualTo(130);
        assertThat(vCenter.requests().count("CancelTask")).isEqualTo(1);
        assertThat(machine.host()).isEqualTo("esx1.example.com");
        assertThat(vCenter.sessions()).isEmpty();
      } finally {
        vireo.destroyForcibly();
      }
    }
  }
}

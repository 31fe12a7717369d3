package dev.vireo.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.interop.process.Command;
import dev.vireo.interop.process.ForeignProgram;
import dev.vireo.interop.process.Needs;
import dev.vireo.simulator.FaultEffect;
import dev.vireo.simulator.FaultRule;
import dev.vireo.simulator.Preset;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The installed command, told to end while the host has a request of it. */
@Needs(ForeignProgram.VIREO)
class InterruptedCommandTest {

  /** Long enough to be told to end meanwhile, also on a slow machine. */
  private static final Duration ANSWER = Duration.ofSeconds(2);

  @TempDir private Path folder;
  private SimulatedHost host;

  @BeforeEach
  void start() throws IOException {
    host = SimulatedHost.start(Preset.ESX80, folder);
  }

  @AfterEach
  void stop() {
    host.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"RetrieveServiceContent", "Login", "RetrievePropertiesEx"})
  void leavesNoSessionBehind(String operation) throws Exception {
    host.simulator().faults().add(FaultRule.on(operation, new FaultEffect.Delay(ANSWER)));
    Process list =
        Command.of(ForeignProgram.VIREO)
            .with("VIREO_JAVA_HOME", System.getProperty("java.home"))
            .with("LIBVIRT_AUTH_FILE", host.authFile().toString())
            .leading("-c", host.uri())
            .start(List.of("list", "--all"));
    try {
      while (list.isAlive() && host.simulator().requests().count(operation) == 0) {
        Thread.onSpinWait();
      }

      list.destroy();

      assertThat(list.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(list.exitValue()).isEqualTo(143);
      assertThat(host.simulator().sessions()).isEmpty();
    } finally {
      list.destroyForcibly();
    }
  }
}

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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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

  /** Each phase of a command: connecting, logging in, listing, looking up, waiting. */
  static Stream<Arguments> phases() {
    return Stream.of(
            Arguments.of("RetrieveServiceContent", List.of("list", "--all")),
            Arguments.of("Login", List.of("list", "--all")),
            Arguments.of("RetrievePropertiesEx", List.of("list", "--all")),
            Arguments.of("RetrievePropertiesEx", List.of("dumpxml", "web-1")),
            Arguments.of("Logout", List.of("list", "--all")))
        .flatMap(phase ->
            Stream.of("INT 130", "TERM 143", "HUP 129")
                .map(signal ->
                    Arguments.of(
                        phase.get()[0],
                        phase.get()[1],
                        signal.split(" ")[0],
                        Integer.parseInt(signal.split(" ")[1]))));
  }

  @ParameterizedTest
  @MethodSource("phases")
  void endsQuietlyAndLeavesNoSessionBehind(
      String operation, List<String> command, String signal, int exitCode) throws Exception {
    host.simulator().faults().add(FaultRule.on(operation, new FaultEffect.Delay(ANSWER)));
    Path stdout = folder.resolve("stdout");
    Path stderr = folder.resolve("stderr");
    Process vireo =
        Command.of(ForeignProgram.VIREO)
            .with("VIREO_JAVA_HOME", System.getProperty("java.home"))
            .with("LIBVIRT_AUTH_FILE", host.authFile().toString())
            .leading("-c", host.uri())
            .start(command, stdout, stderr);
    try {
      while (vireo.isAlive() && host.simulator().requests().count(operation) == 0) {
        Thread.onSpinWait();
      }

      new ProcessBuilder("kill", "-" + signal, Long.toString(vireo.pid())).start().waitFor();

      assertThat(vireo.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(stderr).content().isEmpty();
      assertThat(vireo.exitValue()).isEqualTo(exitCode);
      assertThat(host.simulator().sessions()).isEmpty();
    } finally {
      vireo.destroyForcibly();
    }
  }
}

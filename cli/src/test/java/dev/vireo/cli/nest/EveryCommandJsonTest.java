package dev.vireo.cli.nest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.cli.JsonText;
import dev.vireo.cli.Run;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.verb.CommandTable;
import dev.vireo.simulator.Preset;
import dev.vireo.simulator.Simulator;
import dev.vireo.simulator.SimulatorConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever asks for JSON gets JSON, of each command of the table and whatever comes of it. */
class EveryCommandJsonTest {
  @TempDir private Path machineRoot;

  static List<CommandSpec> specs() {
    return CommandTable.specs();
  }

  @ParameterizedTest
  @MethodSource("specs")
  void examplesGiveOneDocumentOrOneError(CommandSpec spec) {
    FakeLab lab = FakeLab.ready(machineRoot);
    try (Simulator host =
        Simulator.start(SimulatorConfig.of(Preset.ESX80).toBuilder().vms(3).build())) {
      for (String example : spec.examples()) {
        String line = example + ending(spec);
        assertJson(lab.vireo("-c", host.uri(), line + " --json"));
        assertJson(lab.vireo("--json", "-c", host.uri(), line));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("specs")
  void mistakesInOptionsGiveOneError(CommandSpec spec) {
    FakeLab lab = FakeLab.ready(machineRoot);
    Run run = lab.vireo(spec.name() + " --no-such-option --json");

    assertJson(run);
    assertThat(run.exitCode()).isEqualTo(spec.failure());
    assertThat(JsonText.object(run.err())).containsEntry("name", "INVALID_ARG");
  }

  @ParameterizedTest
  @MethodSource("specs")
  void hostsThatAreNotThereGiveOneError(CommandSpec spec) {
    if (spec.connects()) {
      FakeLab lab = FakeLab.ready(machineRoot);
      Run run = lab.vireo("-c", "nonsense://x/", spec.examples().get(0) + " --json");

      assertJson(run);
      assertThat(JsonText.object(run.err()))
          .containsEntry("code", 5L)
          .containsEntry("context", List.of("failed to connect to the hypervisor"));
    }
  }

  /** What waits for its end gets it. */
  private static String ending(CommandSpec spec) {
    if (spec.option("until-eof") != null) {
      return " --until-eof";
    }
    return spec.option("loop") == null ? "" : " --timeout 1";
  }

  private static void assertJson(Run run) {
    if (run.exitCode() == 0 || !run.out().isEmpty()) {
      assertThat(run.out()).endsWith("\n");
      JsonText.parse(run.out());
    }
    if (!run.err().isEmpty()) {
      assertThat(run.err()).endsWith("\n");
      Map<String, ?> told = JsonText.object(run.err());
      assertThat(told).containsKey("warnings");
      if (run.out().isEmpty()) {
        assertThat(told)
            .containsKeys("code", "name", "domain", "message", "context", "hints", "exitCode");
      }
    }
    if (run.exitCode() != 0) {
      assertThat(run.out() + run.err()).isNotEmpty();
    }
  }
}

package dev.vireo.cli.nest;

import dev.vireo.cli.Run;
import dev.vireo.nest.FakeLibvirt;
import dev.vireo.nest.FakeMachine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A KVM host in memory, and the command on it. */
final class FakeLab {

  /** The libvirt, whatever its URI. */
  final FakeLibvirt libvirt = new FakeLibvirt();

  /** The URIs that were asked for. */
  final List<String> uris = new ArrayList<>();

  /** The machine. */
  final FakeMachine machine;

  private FakeLab(FakeMachine machine) {
    this.machine = machine;
  }

  /** An Intel machine that is ready. */
  static FakeLab ready(Path root) {
    return new FakeLab(FakeMachine.intel(root));
  }

  /** A machine that cannot nest. */
  static FakeLab unable(Path root) {
    return new FakeLab(FakeMachine.pvm(root));
  }

  /** Runs {@code vireo args...}. */
  Run vireo(String... args) {
    return vireo(Map.of(), args);
  }

  /** Runs {@code vireo args...} with an environment. */
  Run vireo(Map<String, String> environment, String... args) {
    LabSite site =
        new LabSite(
            uri -> {
              uris.add(uri);
              return libvirt;
            },
            machine.host());
    return Run.at(site, environment, "", args);
  }
}

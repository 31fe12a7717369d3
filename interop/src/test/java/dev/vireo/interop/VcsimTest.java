package dev.vireo.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.interop.process.ForeignProgram;
import dev.vireo.interop.process.Needs;
import dev.vireo.interop.process.Outcome;
import dev.vireo.interop.process.Vcsim;
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

/** The command against govmomi's simulated ESX host and vCenter, over TLS. */
@Needs({ForeignProgram.VCSIM, ForeignProgram.GOVC})
@ParameterizedClass
@EnumSource(VcsimTest.Mode.class)
class VcsimTest {
  /** What vcsim plays, with the URI that reaches one of its hosts and the names of two machines. */
  enum Mode {
    /** A host of its own. */
    ESX("esx://root@%s/?no_verify=1&legacy_uuid=1", "ha-host_VM0", "ha-host_VM1", "-esx"),
    /** A host in a cluster of a vCenter. */
    VCENTER(
        "vpx://root@%s/DC0/DC0_H0/DC0_H0?no_verify=1&legacy_uuid=1",
        "DC0_H0_VM0", "DC0_H0_VM1", "-esx=false");

    private final String uri;
    private final String first;
    private final String second;
    private final String argument;

    Mode(String uri, String first, String second, String argument) {
      this.uri = uri;
      this.first = first;
      this.second = second;
      this.argument = argument;
    }
  }

  @Parameter Mode mode = Mode.ESX;
  @TempDir Path folder;

  private Vcsim vcsim;
  private InProcessVireo vireo;

  VcsimTest() {}

  @BeforeEach
  void start() throws IOException {
    vcsim = Vcsim.start(mode.argument);
    vireo =
        InProcessVireo.of(
            mode.uri.formatted(vcsim.authority()),
            AuthFile.write(folder.resolve("auth.conf"), Vcsim.USER, Vcsim.PASSWORD));
  }

  @AfterEach
  void nothingStaysLoggedInAndTheServerStops() {
    try (Vcsim server = vcsim) {
      assertThat(server.govc().run("session.ls").succeeded().lines().skip(1))
          .as("sessions other than that of govc, which asks")
          .singleElement()
          .asString()
          .contains("govc/");
    }
  }

  @Test
  void listsTheMachinesOfTheHost() {
    assertThat(lines("list", "--all", "--name")).containsExactlyInAnyOrder(mode.first, mode.second);
    assertThat(lines("list", "--inactive", "--name")).isEmpty();
    assertThat(vireo.run("list").succeeded())
        .containsPattern("(?m)^ \\d+ +%s +running$".formatted(mode.first));
  }

  @Test
  void findsAMachineByNameIdAndUuid() {
    String id = line("domid", mode.first);
    String uuid = line("domuuid", mode.first);

    assertThat(line("domname", id)).isEqualTo(mode.first);
    assertThat(line("domname", uuid)).isEqualTo(mode.first);
    assertThat(vcsim.govc().run("vm.info", mode.first).succeeded())
        .contains("UUID:         " + uuid);
    assertThat(vireo.run("dominfo", id).succeeded())
        .contains("Name:           " + mode.first, "UUID:           " + uuid);
  }

  @Test
  void drivesAMachineThroughItsStates() {
    assertThat(line("domstate", mode.first)).isEqualTo("running");

    vireo.run("suspend", mode.first).succeeded();
    assertThat(line("domstate", mode.first)).isEqualTo("paused");
    vireo.run("resume", mode.first).succeeded();
    assertThat(line("domstate", mode.first)).isEqualTo("running");
    vireo.run("destroy", mode.first).succeeded();
    assertThat(line("domstate", mode.first)).isEqualTo("shut off");
    assertThat(vcsim.govc().run("vm.info", mode.first).succeeded()).contains("poweredOff");
    vireo.run("start", mode.first).succeeded();
    assertThat(vcsim.govc().run("vm.info", mode.first).succeeded()).contains("poweredOn");
  }

  @Test
  void refusesWhatTheStateForbids() {
    Outcome outcome = vireo.run("start", mode.first);

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.stderr()).startsWith("error: ");
  }

  @Test
  void knowsTheHost() {
    assertThat(vireo.run("nodeinfo").succeeded()).contains("CPU(s):", "Memory size:");
    assertThat(vireo.run("version").succeeded()).contains("Running hypervisor: ESX");
    assertThat(vireo.run("hostname").exitCode()).isZero();
    assertThat(vireo.run("capabilities").succeeded()).startsWith("<capabilities>");
  }

  @Test
  void failsWithAWrongPassword() throws IOException {
    InProcessVireo stranger =
        InProcessVireo.of(
            vireo.uri(), AuthFile.write(folder.resolve("other.conf"), Vcsim.USER, "wrong"));

    Outcome outcome = stranger.run("list");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.stdout()).isEmpty();
    assertThat(outcome.stderr()).startsWith("error: failed to connect to the hypervisor\n");
  }

  private String line(String... arguments) {
    return vireo.run(arguments).succeeded().strip();
  }

  private List<String> lines(String... arguments) {
    return vireo.run(arguments).succeeded().lines().filter(line -> !line.isEmpty()).toList();
  }
}

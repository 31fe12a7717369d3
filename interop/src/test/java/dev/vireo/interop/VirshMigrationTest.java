package dev.vireo.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.interop.process.ForeignProgram;
import dev.vireo.interop.process.Needs;
import dev.vireo.interop.process.Outcome;
import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.Preset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * C virsh migrates between simulated hosts, and the command does what virsh does: the same standard
 * output and exit code, but for what virsh cannot.
 */
@Needs(ForeignProgram.VIRSH)
class VirshMigrationTest {

  /**
   * Run in this order on two vCenters that are alike. ON, OFF and PAUSED stand for machines on the
   * first host, HERE, THERE, ALONE and ELSEWHERE for hosts: of the cluster, beside it, and in
   * another datacenter.
   */
  private static final List<String> COMMANDS =
      List.of(
          "migrate ON THERE",
          "domstate ON",
          "list --all",
          "migrate OFF ALONE --live --undefinesource --persistent --suspend",
          "list --all",
          "migrate PAUSED THERE --bandwidth 5",
          "list --all",
          "migrate LAST HERE",
          "migrate LAST THERE --p2p",
          "migrate LAST THERE --direct",
          "migrate LAST THERE --tunnelled",
          "migrate LAST THERE --copy-storage-inc",
          "migrate LAST THERE --copy-storage-all --copy-storage-inc",
          "migrate LAST THERE --change-protection",
          "migrate LAST THERE --unsafe",
          "migrate LAST THERE --compressed",
          "migrate LAST THERE --postcopy",
          "migrate LAST THERE --tls",
          "migrate LAST THERE --parallel",
          "migrate LAST THERE --graphicsuri spice://x",
          "migrate LAST THERE --xml nosuch",
          "migrate LAST THERE --live --offline",
          "migrate LAST THERE --timeout 5",
          "migrate LAST THERE --timeout-suspend",
          "migrate LAST THERE --postcopy-after-precopy",
          "migrate LAST THERE --persistent-xml x",
          "migrate LAST THERE vpxmigr://1.2.3.4/a/b",
          "migrate LAST THERE foo://127.0.0.1/a/b",
          "migrate LAST THERE vpxmigr://127.0.0.1/",
          "migrate LAST THERE vpxmigr://127.0.0.1/a",
          "migrate LAST THERE vpxmigr://127.0.0.1/nosuch/nosuch",
          "migrate LAST ELSEWHERE",
          "migrate LAST THERE --bogus",
          "migrate LAST",
          "migrate",
          "migrate nosuch THERE",
          "-r migrate LAST THERE",
          "list --all",
          "migrate LAST THERE --live",
          "migrate LAST THERE",
          "list --all");

  @TempDir Path folder;

  VirshMigrationTest() {}

  @TestFactory
  Stream<DynamicTest> movesMachinesOfAVcenterAsVirshDoes() throws IOException {
    SimulatedHost theirs = SimulatedHost.start(Preset.VCENTER, folder);
    SimulatedHost ours = SimulatedHost.start(Preset.VCENTER, folder);
    List<String> names = prepare(theirs);
    prepare(ours);
    return COMMANDS.stream()
        .map(line -> DynamicTest.dynamicTest(line, () -> compare(line, names, theirs, ours)))
        .onClose(() -> {
          theirs.close();
          ours.close();
        });
  }

  private static List<String> prepare(SimulatedHost host) {
    List<String> names = host.simulator().hypervisors().get("esx1.example.com").vms();
    List<PowerState> states =
        List.of(PowerState.ON, PowerState.OFF, PowerState.SUSPENDED, PowerState.OFF);
    for (int i = 0; i < states.size(); i++) {
      host.simulator().vms().get(names.get(i)).power(states.get(i));
    }
    return names;
  }

  private static void compare(
      String line, List<String> names, SimulatedHost theirs, SimulatedHost ours) {
    Outcome expected = theirs.virsh().run(fill(line, names, theirs));
    Outcome actual = ours.vireo().run(fill(line, names, ours));
    String told = "virsh: %s; vireo: %s".formatted(expected.stderr(), actual.stderr());

    assertThat(actual.stdout()).as(told).isEqualTo(expected.stdout());
    assertThat(actual.exitCode()).as(told).isEqualTo(expected.exitCode());
    assertThat(places(ours)).as(told).isEqualTo(places(theirs));
  }

  /** The machines of each host. */
  private static List<List<String>> places(SimulatedHost host) {
    return host.simulator().hypervisors().all().stream().map(each -> each.vms()).toList();
  }

  private static List<String> fill(String line, List<String> names, SimulatedHost host) {
    return Arrays.stream(line.split(" "))
        .map(word ->
            switch (word) {
              case "ON" -> names.get(0);
              case "OFF" -> names.get(1);
              case "PAUSED" -> names.get(2);
              case "LAST" -> names.get(3);
              case "HERE" -> host.uri();
              case "THERE" -> host.uri().replace("esx1.", "esx2.");
              case "ALONE" -> host.uri().replace("Cluster/esx1.", "esx3.");
              case "ELSEWHERE" ->
                  host.uri()
                      .replace(
                          "Datacenter/Cluster/esx1.",
                          "Branch%20offices/North%20%26%20West/Branch%2050%252525/esx5.");
              default -> word;
            })
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.3, 127.0.0.3", "*, *", "*, 127.0.0.3"})
  void virshMovesFromHostToHostThroughTheirVcenter(String from, String to) throws IOException {
    try (ManagedHosts hosts = ManagedHosts.start(folder)) {
      for (String name : List.of(ManagedHosts.RUNNING, ManagedHosts.OFF)) {
        PowerState before = hosts.first().vms().get(name).power();

        hosts.virsh(hosts.source(from)).run("migrate", name, hosts.destination(to)).succeeded();

        assertThat(hosts.second().vms().get(name).power()).isEqualTo(before);
        assertThat(hosts.vCenter().hypervisors().get("esx3.example.com").vms()).contains(name);
      }
      assertThat(hosts.first().vms().names()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.3, 127.0.0.3", "*, *"})
  void vireoMovesThereAndVirshBack(String from, String to) throws IOException {
    try (ManagedHosts hosts = ManagedHosts.start(folder)) {
      for (String name : List.of(ManagedHosts.RUNNING, ManagedHosts.OFF)) {
        Outcome there = hosts.vireo(hosts.source(from)).run("migrate", name, hosts.destination(to));

        assertThat(there.exitCode()).as(there.stderr()).isZero();
        assertThat(hosts.second().vms().names()).contains(name);
        assertThat(hosts.first().vms().names()).doesNotContain(name);

        hosts.virsh(hosts.destination(to)).run("migrate", name, hosts.source(from)).succeeded();

        assertThat(hosts.first().vms().names()).contains(name);
        assertThat(hosts.second().vms().names()).doesNotContain(name);
      }
    }
  }

  @Test
  void withoutAVcenterBothRefuse() throws IOException {
    try (SimulatedHost host = SimulatedHost.start(Preset.ESX80, folder)) {
      String name = host.simulator().vms().names().getFirst();
      Outcome expected = host.virsh().run("migrate", name, host.uri());
      Outcome actual = host.vireo().run("migrate", name, host.uri());

      assertThat(expected.stderr())
          .contains("this function is not supported by the connection driver: virDomainMigrate3");
      assertThat(actual.stderr())
          .contains("this function is not supported by the connection driver: virDomainMigrate3");
      assertThat(actual.stdout()).isEqualTo(expected.stdout());
      assertThat(actual.exitCode()).isEqualTo(expected.exitCode());
    }
  }

  @Test
  void asksAtMostHalfAsOftenAsVirsh() throws IOException {
    try (SimulatedHost host = SimulatedHost.start(Preset.VCENTER, folder)) {
      List<String> names = prepare(host);
      String there = host.uri().replace("esx1.", "esx2.");
      host.simulator().requests().reset();
      host.virsh().run("migrate", names.get(0), there).succeeded();
      long theirs = host.simulator().requests().total();
      host.simulator().requests().reset();
      host.vireo().run("migrate", names.get(1), there).succeeded();

      assertThat(host.simulator().requests().total()).isLessThanOrEqualTo(theirs / 2);
    }
  }

  /** What virsh refuses on VMware hosts, whose vCenters can do it. */
  @Test
  void vireoAlsoRenamesAndMovesFiles() throws IOException {
    try (SimulatedHost host = SimulatedHost.start(Preset.VCENTER, folder)) {
      List<String> names = prepare(host);
      String there = host.uri().replace("esx1.", "esx2.");

      for (List<String> options :
          List.of(
              List.of("--dname", "new/name & <x>"),
              List.of("--copy-storage-all"),
              List.of("--offline"))) {
        List<String> arguments =
            Stream.concat(Stream.of("migrate", names.get(1), there), options.stream()).toList();
        assertThat(host.virsh().run(arguments).exitCode()).isEqualTo(1);
      }
      assertThat(host.vireo().run("migrate", names.get(1), there, "--offline").exitCode()).isZero();
      assertThat(host.vireo().run("migrate", names.get(0), there, "--offline").exitCode())
          .isEqualTo(1);
      Outcome renamed =
          host.vireo().run("migrate", names.get(0), there, "--dname", "new/name & <x>");
      assertThat(renamed.exitCode()).as(renamed.stderr()).isZero();
      Outcome moved = host.vireo().run("migrate", names.get(3), there, "--copy-storage-all");
      assertThat(moved.exitCode()).as(moved.stderr()).isZero();
      assertThat(host.simulator().hypervisors().get("esx2.example.com").vms())
          .contains(names.get(1), "new/name & <x>", names.get(3));
    }
  }
}

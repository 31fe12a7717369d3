package dev.vireo.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.interop.process.Command;
import dev.vireo.interop.process.ForeignProgram;
import dev.vireo.interop.process.Needs;
import dev.vireo.interop.process.Outcome;
import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.Preset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** govc as it comes, which names a newer release than the hosts have, finds what it looks for. */
@ParameterizedClass
@EnumSource(
    value = Preset.class,
    names = {"ESX80", "VCENTER"})
@Needs(ForeignProgram.GOVC)
class GovcTest {
  private static final String MACHINE = "web-1";

  @Parameter Preset preset = Preset.ESX80;
  @TempDir Path folder;

  private SimulatedHost host;

  GovcTest() {}

  @BeforeEach
  void start() throws IOException {
    host = SimulatedHost.start(preset, folder);
  }

  @AfterEach
  void nothingStaysLoggedInAndTheHostStops() {
    try (SimulatedHost started = host) {
      assertThat(started.simulator().sessions()).isEmpty();
    }
  }

  /** govc, told which of several datacenters and hosts is meant. */
  private Command govc() {
    Command govc = host.govc();
    return preset == Preset.VCENTER
        ? govc.with("GOVC_DATACENTER", "Datacenter")
            .with("GOVC_DATASTORE", "datastore1")
            .with("GOVC_HOST", "esx1.example.com")
        : govc;
  }

  private String run(String... arguments) {
    return govc().run(arguments).succeeded();
  }

  private String onBoth(String esx, String vcenter) {
    return preset == Preset.VCENTER ? vcenter : esx;
  }

  @Test
  void aboutSaysWhatItIs() {
    assertThat(run("about"))
        .containsPattern("API version: +8\\.0\\.3\\.0")
        .containsPattern(onBoth("Product ID: +embeddedEsx", "Product ID: +vpx"));
  }

  @Test
  void lsShowsTheFoldersOfADatacenter() {
    assertThat(run("ls").lines().map(path -> path.substring(path.lastIndexOf('/') + 1)))
        .containsExactlyInAnyOrder("vm", "host", "datastore", "network");
    assertThat(run("ls", "/*/vm/*")).contains("/vm/" + MACHINE);
    assertThat(run("tree")).contains(MACHINE);
  }

  @Test
  void findShowsAllMachines() {
    assertThat(run("find", "/", "-type", "m").lines())
        .hasSameSizeAs(host.simulator().vms().names());
    assertThat(run("find", "/", "-type", "m", "-runtime.powerState", "suspended").lines())
        .hasSize(
            (int)
                host.simulator().vms().all().stream()
                    .filter(vm -> vm.power() == PowerState.SUSPENDED)
                    .count());
  }

  @Test
  void tasksEndsAndShowsWhatWasDone() {
    assertThat(run("tasks")).contains("Task").doesNotContain(MACHINE);

    run("vm.power", "-off", MACHINE);

    assertThat(run("tasks")).contains("PowerOffVM", MACHINE, SimulatedHost.USER, "success");
    assertThat(run("tasks", "-l")).contains("Power Off virtual machine");
    assertThat(run("tasks", "-b", "1h")).contains("PowerOffVM");
    assertThat(run("tasks", "-b", "1h", "-s", "error")).doesNotContain("PowerOffVM");
    assertThat(run("tasks", "/*/vm/" + MACHINE)).contains("PowerOffVM");
    assertThat(run("tasks", "/*/vm/db-1")).doesNotContain("PowerOffVM");
  }

  @Test
  void eventsShowsLoginsAndPower() {
    run("vm.power", "-off", MACHINE);
    run("vm.power", "-on", MACHINE);

    assertThat(run("events"))
        .contains("User " + SimulatedHost.USER + "@127.0.0.1 logged in", "[info]")
        .containsSubsequence(
            MACHINE + " on ", " is powered off", MACHINE + " on ", " is powered on");
    assertThat(run("events", "-type", "VmPoweredOnEvent").lines()).hasSize(1);
    assertThat(run("events", "/*/vm/" + MACHINE)).contains("is starting").doesNotContain("logged");
    assertThat(run("events", "/*/vm/db-1")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "./", "/"})
  void datastoreLsShowsTheFoldersOfTheMachines(String place) {
    List<String> arguments =
        place.isEmpty() ? List.of("datastore.ls") : List.of("datastore.ls", place);

    assertThat(govc().run(arguments.toArray(String[]::new)).succeeded().lines())
        .contains(MACHINE)
        .hasSize((int) machinesOfTheDatastore());
  }

  private long machinesOfTheDatastore() {
    // The machines of a vCenter's fifth host are in another datacenter.
    int all = host.simulator().vms().names().size();
    return preset == Preset.VCENTER ? all / 5 * 4 : all;
  }

  @Test
  void datastoreLsShowsFiles() {
    assertThat(run("datastore.ls", MACHINE).lines())
        .containsExactly(MACHINE + "-flat.vmdk", MACHINE + ".vmdk", MACHINE + ".vmx");
    assertThat(run("datastore.ls", "-l", MACHINE)).contains(MACHINE + ".vmx");
    assertThat(run("datastore.ls", "-R")).contains(MACHINE + ".vmx", "db-1.vmx");
    assertThat(run("datastore.info")).contains("datastore1");
    assertThat(govc().run("datastore.ls", "nosuch").exitCode()).isNotZero();
  }

  @Test
  void rolesOptionsAndLicencesAreListed() {
    assertThat(run("role.ls")).contains("NoAccess", "ReadOnly", "Admin", "Full access rights");
    assertThat(run("role.ls", "Admin").lines()).contains("VirtualMachine.Interact.PowerOn");
    assertThat(run("option.ls"))
        .contains(onBoth("Config.HostAgent.log.level", "config.log.level"))
        .contains("info");
    assertThat(run("option.ls", onBoth("Config.HostAgent.", "mail.")))
        .contains(onBoth("Config.HostAgent.log.level", "mail.smtp.port"))
        .doesNotContain(onBoth("Vpx.", "config."));
    assertThat(run("license.ls")).contains("00000-00000-00000-00000-00000", "eval");
    assertThat(run("permissions.ls")).contains("Admin", SimulatedHost.USER);
  }

  @Test
  void vmInfoTellsAllOfAMachine() {
    assertThat(run("vm.info", "-json", MACHINE))
        .contains(
            "\"label\": \"Hard disk 1\"",
            "\"capacityInKB\": 16777216",
            "\"macAddress\": \"00:0c:29:",
            "\"numVirtualDisks\": 1",
            "\"fileName\": \"[datastore1] web-1/web-1.vmdk\"");
    assertThat(run("vm.info", MACHINE)).contains("Power state:", "poweredOn");
    assertThat(run("device.ls", "-vm", MACHINE)).contains("disk-1000-0", "ethernet-0", "cdrom-");
    assertThat(run("vm.ip", MACHINE)).startsWith("10.");
  }

  @Test
  void hostsPoolsAndClustersAreDescribed() {
    assertThat(run("host.info")).contains("Logical CPUs:", "Boot time:");
    assertThat(run("pool.info", "/*/host/*/Resources")).contains("CPU Usage:", "Mem Limit:");
    assertThat(run("host.service.ls")).contains("TSM-SSH");
    assertThat(run("host.vswitch.info")).contains("vSwitch0");
    assertThat(run("host.portgroup.info")).contains("VM Network");
    assertThat(run("host.date.info")).contains("UTC");
    assertThat(run("logs.ls")).contains(".log");
    assertThat(run("logs")).contains("UserLoginSessionEvent");
    if (preset == Preset.VCENTER) {
      assertThat(run("cluster.usage", "Cluster")).contains("CPU", "Memory");
      assertThat(run("disk.ls")).isEmpty();
      assertThat(run("fields.ls")).isEmpty();
      assertThat(run("extension.info")).isEmpty();
      assertThat(run("alarms")).isNotNull();
    }
  }

  @Test
  void propertiesWithoutValueAreNoFaults() {
    assertThat(run("object.collect", "-s", "/*/vm/" + MACHINE, "config.latencySensitivity.level"))
        .contains("normal");
    assertThat(run("object.collect", "/*/vm/" + MACHINE, "value")).isNotNull();
    Outcome outcome = govc().run("object.collect", "/*/vm/" + MACHINE, "config.nosuch");
    assertThat(outcome.exitCode()).isNotZero();
    assertThat(outcome.stderr()).contains("The property 'config.nosuch' is not valid");
  }
}

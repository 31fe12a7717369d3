package dev.vireo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.Preset;
import dev.vireo.simulator.SimulatedVm;
import dev.vireo.simulator.Simulator;
import dev.vireo.simulator.SimulatorConfig;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Machines that the user may not read. */
class UnreadableDomainsTest {
  private static final String REASON =
      "operation forbidden: Not permitted to read the domain 'web': NoPermission - Permission to"
          + " perform this operation was denied.";
  private static final String HINT =
      "hint: the user needs the privilege 'System.Read' on VirtualMachine:1\n";

  private Simulator host;

  @BeforeEach
  void start() {
    host = Simulator.start(SimulatorConfig.of(Preset.ESX80).toBuilder().vms(0).build());
    host.vms().add("web").power(PowerState.ON);
    host.vms().add("db").power(PowerState.OFF);
  }

  @AfterEach
  void stop() {
    host.close();
  }

  private Run vireo(String... words) {
    return Run.vireo(
        Stream.concat(Stream.of("-c", host.uri()), Arrays.stream(words)).toArray(String[]::new));
  }

  private static void denyAll(SimulatedVm machine) {
    List.of("name", "config", "configStatus", "runtime", "snapshot").forEach(machine::deny);
  }

  @Test
  void standInTheTableWithoutAState() {
    host.vms().get("web").deny("runtime");

    assertThat(vireo("list", "--all"))
        .isEqualTo(
            new Run(
                """
                 Id   Name   State
                -----------------------
                 1    web    no state
                 -    db     shut off

                """,
                "warning: 1 of 2 domains cannot be read; the first: " + REASON + "\n",
                0));
    assertThat(vireo("list", "--inactive").out()).contains(" 1    web    no state\n");
  }

  @Test
  void standByTheirReferenceWhereTheNameIsUnreadableToo() {
    denyAll(host.vms().get("web"));

    assertThat(vireo("list", "--all").out()).contains(" 1    VirtualMachine:1   no state\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--name", "--uuid", "--id"})
  void failListsThatHaveNoPlaceForAState(String column) {
    host.vms().get("db").power(PowerState.ON);
    host.vms().get("web").deny("config");

    Run run = vireo("list", "--all", column);

    assertThat(run.out().lines().filter(line -> !line.isEmpty())).hasSize(1);
    assertThat(run.err())
        .isEqualTo(
            "error: 1 of 2 domains left out, since they cannot be read; the first: "
                + REASON
                + "\n"
                + HINT);
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void sayWhyInJson() {
    host.vms().get("web").deny("runtime");

    Run run = vireo("list", "--all", "--json");

    List<?> domains = (List<?>) Objects.requireNonNull(JsonText.parse(run.out()));
    assertThat(String.valueOf(domains.get(0)))
        .contains("state=no state", "uuid=null", "unreadable=" + REASON);
    assertThat(String.valueOf(domains.get(1))).doesNotContain("unreadable");
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void areCountedInOneLineHoweverManyThereAre() {
    for (int i = 3; i <= 1000; i++) {
      host.vms().add("vm-" + i);
    }
    host.vms().all().forEach(machine -> machine.deny("config"));
    Run listed = vireo("list", "--all");
    host.vms().all().forEach(UnreadableDomainsTest::denyAll);
    Run failed = vireo("list", "--all");

    assertThat(listed.out().lines().filter(line -> line.endsWith("no state"))).hasSize(1000);
    assertThat(listed.err().lines())
        .singleElement()
        .asString()
        .startsWith("warning: 1000 of 1000 domains cannot be read; the first: ");
    assertThat(failed.out().strip()).isEmpty();
    assertThat(failed.err().lines().filter(line -> !line.startsWith("hint: ")))
        .singleElement()
        .asString()
        .startsWith("error: operation forbidden: Could not list the domains of the host")
        .contains("1000 of the 1000 domains cannot be read");
    assertThat(failed.exitCode()).isEqualTo(1);
  }

  @Test
  void warnOnceOfAnyNumberOfConfigurationProblems() {
    host.vms().all().forEach(machine -> machine.configStatus("red"));

    Run run = vireo("--json", "list", "--all");

    assertThat((List<?>) Objects.requireNonNull(JsonText.object(run.err()).get("warnings")))
        .singleElement()
        .asString()
        .contains("'web' and of 1 more");
  }

  @ParameterizedTest
  @ValueSource(strings = {"domstate", "dominfo", "start", "destroy", "dumpxml", "domid", "domuuid"})
  void areNotSaidToBeMissing(String verb) {
    host.vms().get("web").deny("runtime");

    assertThat(vireo(verb, "web"))
        .isEqualTo(
            new Run("\n", "error: failed to get domain 'web'\nerror: " + REASON + "\n" + HINT, 1));
    assertThat(vireo(verb, "nope").err()).isEqualTo("error: failed to get domain 'nope'\n");
  }

  @Test
  void mayBeWhatIsLookedFor() {
    denyAll(host.vms().get("web"));

    assertThat(vireo("domstate", "nope").err())
        .startsWith(
            "error: failed to get domain 'nope'\nerror: operation forbidden: Could not find")
        .contains("1 of the 2 domains cannot be read");
    assertThat(vireo("domstate", "52e4fcea-0000-4000-8000-000000000002").err())
        .contains("1 of the 2 domains cannot be read");
    assertThat(vireo("domstate", "1").err()).contains("VirtualMachine:1");
  }

  @Test
  void doNotHideADomainWhoseNameIsTheirId() {
    host.vms().add("1").power(PowerState.OFF);
    host.vms().get("web").deny("runtime");

    assertThat(vireo("domstate", "1").out()).isEqualTo("shut off\n\n");
  }
}

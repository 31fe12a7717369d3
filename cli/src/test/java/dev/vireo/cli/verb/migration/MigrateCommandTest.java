package dev.vireo.cli.verb.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.cli.Run;
import dev.vireo.simulator.FaultEffect;
import dev.vireo.simulator.FaultRule;
import dev.vireo.simulator.HostContents;
import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.ServeOptions;
import dev.vireo.simulator.SimulatedVm;
import dev.vireo.simulator.Simulator;
import dev.vireo.simulator.SimulatorConfig;
import dev.vireo.simulator.SimulatorServer;
import dev.vireo.vim.types.SystemError;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code migrate}, from the second host of a vCenter to its first, which is what its URI leads to.
 */
@Timeout(60)
class MigrateCommandTest {

  private static final String HERE = "esx2.example.com";
  private static final String THERE = "esx1.example.com";

  private final Simulator host =
      Simulator.start(SimulatorConfig.vcenter().toBuilder().vms(0).build());
  private final SimulatedVm web = host.vms().add("web");

  @BeforeEach
  void settle() {
    web.power(PowerState.ON);
    web.host(HERE);
  }

  @AfterEach
  void stop() {
    assertThat(host.sessions()).isEmpty();
    host.close();
  }

  private Run vireo(String... words) {
    List<String> args = new ArrayList<>(List.of("-c", host.uri(), "migrate", "web", host.uri()));
    args.addAll(List.of(words));
    return Run.vireo(args.toArray(String[]::new));
  }

  @Test
  void saysNothingMoreThanVirsh() {
    Run run = vireo("--live");

    assertThat(run).isEqualTo(new Run("\n", "", 0));
    assertThat(web.host()).isEqualTo(THERE);
  }

  @Test
  void tellsTheProgressWhenAskedTo() {
    assertThat(vireo("--live", "--verbose").err()).isEqualTo("Migration: [100 %]\n");
  }

  @Test
  void tellsProgramsWhatCameOfIt() {
    Run run =
        Run.vireo("--json", "-c", host.uri(), "migrate", "web", host.uri(), "--dname", "new/web");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("\"name\": \"new/web\"", "\"done\": \"migrated\"");
    assertThat(host.vms().get("new/web").host()).isEqualTo(THERE);
  }

  @Test
  void goesToAUriOfTheHypervisor() {
    String uri =
        "vpxmigr://"
            + host.uri().substring("test:///".length())
            + "/"
            + host.hypervisors().get(THERE).pool().value()
            + "/"
            + host.hypervisors().get(THERE).ref().value();

    Run run = Run.vireo("-c", host.uri(), "migrate", "web", uri, "--direct");

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(web.host()).isEqualTo(THERE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--live --offline | Options --live and --offline are mutually exclusive",
        "--timeout 5 | migrate: Unexpected timeout for offline migration",
        "--timeout 0 --live | Numeric value '0' for <timeout> option is malformed or out of range",
        "--timeout-suspend | migrate: Unexpected --timeout-* option without --timeout",
        "--timeout-postcopy | Option --postcopy is required by option --timeout-postcopy",
        "--persistent-xml x | Option --persistent is required by option --persistent-xml",
        "--tls-destination x | Option --tls is required by option --tls-destination",
        "--bandwidth -1 | Numeric value '-1' for <bandwidth> option is malformed or out of range",
        "--graphicsuri x | argument unsupported: Migration APIs with extensible parameters are not"
            + " supported but extended parameters were passed",
        "--p2p | argument unsupported: p2p migration is not supported by the source host",
        "--xml nosuch | Failed to open file 'nosuch': No such file or directory",
        "--offline | Requested operation is not valid: Domain is not powered off",
        "foo://x/y/z | invalid argument: Only vpxmigr:// migration URIs are supported",
      })
  void whatCannotBeIsRefusedInOneSentence(String options, String message) {
    HostContents before = host.contents();

    Run run = vireo(options.split(" "));

    assertThat(run.err().lines()).contains("error: " + message);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEqualTo("\n");
    assertThat(host.contents()).isEqualTo(before);
  }

  @Test
  void aDestinationThatIsNotThereIsToldAsSuch() {
    Run run = Run.vireo("-c", host.uri(), "migrate", "web", "test:///nowhere");

    assertThat(run.err()).startsWith("error: failed to connect to the hypervisor\n");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(web.host()).isEqualTo(HERE);
  }

  @Test
  void aTaskThatFailsIsTold() {
    host.faults()
        .add(
            FaultRule.on(
                "MigrateVM_Task",
                new FaultEffect.TaskFault(
                    new SystemError(null, List.of(), "worn out"), "Worn out.")));

    Run run = vireo();

    assertThat(run.err())
        .isEqualTo(
            """
            error: Failed to migrate domain 'web'
            error: internal error: Could not migrate domain, migration task finished with an error:\
             SystemError - Worn out.
            """);
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void aTimeLimitForTheGuestHasNoEffect() {
    Run run = vireo("--live", "--timeout", "5");

    assertThat(run.err())
        .isEqualTo(
            "warning: a vCenter suspends no domain while it migrates it: --timeout has no"
                + " effect\n");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void asksForFourLoginsInTheOrderOfTheServers() {
    Simulator esx = Simulator.start(SimulatorConfig.esx80().toBuilder().vms(0).seed(2).build());
    esx.vms().add("Fedora11");
    host.hypervisors().get(THERE).manage(esx, "127.0.0.1", "127.0.0.2");
    try (SimulatorServer server = serve(esx, host)) {
      String uri = "esx://127.0.0.1:" + server.port() + "/?no_verify=1&vcenter=*";
      String logins = "root\nvireo\nadministrator@vsphere.local\nvireo\n";

      Run run = Run.with(Map.of(), logins + logins, "-c", uri, "migrate", "Fedora11", uri);

      String both =
          "Enter username for 127.0.0.1 [root]: "
              + "Enter root's password for 127.0.0.1: "
              + "Enter username for 127.0.0.2 [administrator@vsphere.local]: "
              + "Enter administrator@vsphere.local's password for 127.0.0.2: ";
      assertThat(run.err()).isEqualTo(both + both);
      assertThat(run.exitCode()).isZero();
    } finally {
      esx.close();
    }
  }

  /** Serves a host and its vCenter at the same port. */
  private static SimulatorServer serve(Simulator esx, Simulator vCenter) {
    for (int attempt = 1; ; attempt++) {
      SimulatorServer server = esx.serve(at("127.0.0.1"));
      try {
        vCenter.serve(at("127.0.0.2").withPort(server.port()));
        return server;
      } catch (UncheckedIOException e) {
        server.close(); // the other address has that port in use
        if (attempt == 20) {
          throw e;
        }
      }
    }
  }

  private static ServeOptions at(String address) {
    try {
      return ServeOptions.https().withBindAddress(InetAddress.getByName(address));
    } catch (UnknownHostException e) {
      throw new AssertionError("an address needs no lookup", e);
    }
  }
}

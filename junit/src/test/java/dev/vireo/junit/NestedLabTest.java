package dev.vireo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.Connect;
import dev.vireo.nest.CreateOptions;
import dev.vireo.nest.FakeLibvirt;
import dev.vireo.nest.FakeMachine;
import dev.vireo.nest.NestedHostSpec;
import dev.vireo.nest.NestedHosts;
import dev.vireo.nest.probe.HostAddress;
import dev.vireo.nest.version.EsxiVersion;
import dev.vireo.simulator.ServeOptions;
import dev.vireo.simulator.Simulator;
import dev.vireo.simulator.SimulatorConfig;
import dev.vireo.simulator.SimulatorServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a nested host can be had, with a libvirt in memory and the simulator as the host. */
class NestedLabTest {

  @TempDir private Path machineRoot;
  @TempDir private Path folder;

  private final FakeLibvirt libvirt = new FakeLibvirt();
  private final Simulator esxi = Simulator.start(SimulatorConfig.esx80());
  private final SimulatorServer server = esxi.serve(ServeOptions.https());
  private FakeMachine machine;

  NestedLabTest() {}

  @BeforeEach
  void ready() {
    machine = FakeMachine.intel(machineRoot);
  }

  @AfterEach
  void switchOff() {
    esxi.close();
  }

  @Test
  void aHostThatRunsIsTakenAndLeftRunning() {
    make(CreateOptions.DEFAULT.started());

    NestedOutcome.Ready ready = ready(start(plan(EsxiVersion.V8_0)));

    assertThat(ready.identity().title()).startsWith("VMware ESXi 8.0.3 build-");
    try (Connect connect = ready.connect()) {
      assertThat(connect.listAllDomains(Set.of())).hasSize(5);
    }
    ready.close();
    assertThat(libvirt.done).containsExactly("define esxi-1", "start esxi-1");
  }

  @Test
  void aHostThatIsOffIsStartedAndShutDownInTheEnd() {
    make(CreateOptions.DEFAULT);

    NestedOutcome.Ready ready = ready(start(plan(EsxiVersion.V8_0)));
    assertThat(libvirt.done).containsExactly("define esxi-1", "start esxi-1");
    ready.close();

    assertThat(libvirt.done).endsWith("shutdown esxi-1");
  }

  @Test
  void withoutAPasswordNothingIsStarted() {
    make(CreateOptions.DEFAULT);

    assertThat(reason(new NestedLab(uri -> libvirt, machine.host(), name -> null)))
        .isEqualTo("the environment variable LAB_PASSWORD with its password is not set");
    assertThat(libvirt.done).containsExactly("define esxi-1");
  }

  @Test
  void aHostThatIsNotThereIsMissing() {
    assertThat(reason(lab())).isEqualTo("there is no host esxi-1 at qemu:///system");
  }

  @Test
  void aHostForAnotherVersionIsNotTaken() {
    make(CreateOptions.DEFAULT.started());

    assertThat(start(plan(EsxiVersion.V7_0)))
        .isEqualTo(new NestedOutcome.Missing("esxi-1 was made for ESXi 8.0, not 7.0"));
  }

  @Test
  void aMachineThatCannotNestStartsNothing() {
    make(CreateOptions.DEFAULT);
    machine = FakeMachine.pvm(folder.resolve("pvm"));

    assertThat(reason(lab())).contains("KVM runs by kvm_pvm, which gives guests no virtualization");
    assertThat(libvirt.done).doesNotContain("start esxi-1");
  }

  @Test
  void aStartThatFailsIsTheReason() {
    make(CreateOptions.DEFAULT);
    libvirt.failing("start", "network 'default' is not active");

    assertThat(reason(lab())).startsWith("esxi-1 does not start: libvirt's network 'default'");
  }

  @Test
  void aHostThatDoesNotAnswerIsSwitchedOffAgain() {
    make(CreateOptions.DEFAULT);
    server.close();

    assertThat(reason(lab())).startsWith("esxi-1 did not answer within 0 seconds: ");
    assertThat(libvirt.done).endsWith("start esxi-1", "destroy esxi-1");
  }

  @Test
  void withoutLibvirtThereIsNone() {
    libvirt.failing("list", "no connection");

    assertThat(reason(lab())).contains("no connection");
  }

  private void make(CreateOptions options) {
    new NestedHosts(libvirt, machine.host())
        .create(
            NestedHostSpec.builder("esxi-1", EsxiVersion.V8_0).directory(folder).build(), options);
  }

  private NestedLab lab() {
    return new NestedLab(uri -> libvirt, machine.host(), Map.of("LAB_PASSWORD", "vireo")::get);
  }

  private NestedOutcome start(NestedHostPlan plan) {
    return lab().start(plan);
  }

  private NestedHostPlan plan(EsxiVersion esxiVersion) {
    return plan(esxiVersion, Duration.ofMinutes(2));
  }

  private NestedHostPlan plan(EsxiVersion esxiVersion, Duration timeout) {
    return new NestedHostPlan(
        "esxi-1",
        esxiVersion,
        NestedFallback.FAIL,
        "qemu:///system",
        new HostAddress(server.host(), server.port()),
        "root",
        "LAB_PASSWORD",
        timeout);
  }

  private String reason(NestedLab lab) {
    NestedOutcome outcome = lab.start(plan(EsxiVersion.V8_0, Duration.ZERO));
    assertThat(outcome).isInstanceOf(NestedOutcome.Missing.class);
    return ((NestedOutcome.Missing) outcome).reason();
  }

  private static NestedOutcome.Ready ready(NestedOutcome outcome) {
    assertThat(outcome).isInstanceOf(NestedOutcome.Ready.class);
    return (NestedOutcome.Ready) outcome;
  }
}

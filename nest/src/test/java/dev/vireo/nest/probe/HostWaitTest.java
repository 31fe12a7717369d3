package dev.vireo.nest.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.nest.CreateOptions;
import dev.vireo.nest.FakeLibvirt;
import dev.vireo.nest.FakeMachine;
import dev.vireo.nest.NestException;
import dev.vireo.nest.NestedHostSpec;
import dev.vireo.nest.NestedHosts;
import dev.vireo.nest.libvirt.VirtualizationException;
import dev.vireo.nest.version.EsxiVersion;
import dev.vireo.simulator.FaultEffect;
import dev.vireo.simulator.FaultRule;
import dev.vireo.simulator.ServeOptions;
import dev.vireo.simulator.Simulator;
import dev.vireo.simulator.SimulatorConfig;
import dev.vireo.simulator.SimulatorServer;
import dev.vireo.vim.TransportException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Waiting for a host, with the simulator in its place and a clock of our own. */
class HostWaitTest {

  private static final HostWaitOptions TEN_MINUTES =
      HostWaitOptions.DEFAULT.withTimeout(Duration.ofMinutes(10));

  @TempDir private Path machineRoot;
  @TempDir private Path folder;

  private final FakeLibvirt libvirt = new FakeLibvirt();
  private final Simulator simulator = Simulator.start(SimulatorConfig.esx80());
  private final List<Duration> pauses = new ArrayList<>();
  private Instant now = Instant.EPOCH;
  private Runnable meanwhile = () -> {};
  private NestedHosts hosts;

  HostWaitTest() {}

  @BeforeEach
  void startHost() {
    hosts = new NestedHosts(libvirt, FakeMachine.intel(machineRoot).host());
    hosts.create(
        NestedHostSpec.builder("esxi-1", EsxiVersion.V8_0).directory(folder).build(),
        CreateOptions.DEFAULT.started());
  }

  @AfterEach
  void switchOff() {
    simulator.close();
  }

  @Test
  void aHostThatAnswersSaysWhoItIs() {
    SimulatorServer server = simulator.serve(ServeOptions.https());

    HostIdentity host = await(TEN_MINUTES.withAddress(addressOf(server)));

    assertThat(host.title()).matches("VMware ESXi 8\\.0\\.3 build-\\d+");
    assertThat(host.fingerprint()).isEqualTo(server.fingerprint());
    assertThat(host.uri())
        .isEqualTo(
            "esx://root@127.0.0.1:%d/?fingerprint=%s"
                .formatted(server.port(), server.fingerprint()));
    assertThat(pauses).isEmpty();
    assertThat(simulator.sessions()).isEmpty();
  }

  @Test
  void aHostThatStartsLateIsAskedAgain() throws IOException {
    Socket nobodyYet = bound();
    int port = nobodyYet.getLocalPort();
    meanwhile =
        () -> {
          if (pauses.size() == 3) {
            release(nobodyYet);
            simulator.serve(ServeOptions.https().withPort(port));
          }
        };

    HostIdentity host = await(TEN_MINUTES.withAddress(new HostAddress("127.0.0.1", port)));

    assertThat(host.name()).isEqualTo("VMware ESXi");
    assertThat(pauses).containsOnly(Duration.ofSeconds(5)).hasSize(3);
  }

  @Test
  void errorPagesOfAHostThatIsNotReadyAreNoAnswer() {
    SimulatorServer server = simulator.serve(ServeOptions.https());
    simulator
        .faults()
        .add(FaultRule.on("RetrieveServiceContent", new FaultEffect.HttpStatus(503)).times(2));

    assertThat(await(TEN_MINUTES.withAddress(addressOf(server))).version()).isEqualTo("8.0.3");
    assertThat(pauses).hasSize(2);
  }

  @Test
  void aServerThatIsNoVsphereHostIsGivenUpWithWhatItSaid() {
    SimulatorServer server = simulator.serve(ServeOptions.https());
    simulator
        .faults()
        .add(
            FaultRule.on(
                "RetrieveServiceContent", new FaultEffect.Garbage("<html>It works!</html>")));
    List<String> told = new ArrayList<>();

    assertThatThrownBy(() ->
            await(
                TEN_MINUTES
                    .withAddress(addressOf(server))
                    .withTimeout(Duration.ofSeconds(60))
                    .withInterval(Duration.ofSeconds(20))
                    .withProgress(told::add)))
        .isInstanceOf(NestException.class)
        .hasMessageStartingWith("esxi-1 did not answer within 1 minute: ")
        .hasMessageEndingWith("The answer is no SOAP envelope but a 'html' document.");
    assertThat(told).hasSize(3);
  }

  @Test
  void nobodyAtTheAddressIsGivenUpInTime() throws IOException {
    try (Socket nobody = bound()) {
      HostAddress address = new HostAddress("127.0.0.1", nobody.getLocalPort());

      assertThatThrownBy(() -> await(TEN_MINUTES.withAddress(address)))
          .hasMessageStartingWith("esxi-1 did not answer within 10 minutes: ")
          .hasMessageContaining("127.0.0.1:" + address.port());
    }
    assertThat(pauses).hasSize(120);
  }

  @Test
  void withoutAnAddressItIsSaidHowToGiveOne() {
    assertThatThrownBy(() -> await(TEN_MINUTES.withTimeout(Duration.ZERO)))
        .hasMessage(
            "esxi-1 did not answer within 0 seconds: libvirt knows no address of it, for one"
                + " because its network gives no leases")
        .extracting("hints")
        .isEqualTo(List.of("look at its screen and name the address (--address)"));
    assertThat(pauses).isEmpty();
  }

  @Test
  void libvirtIsAskedForTheAddressEachTime() {
    List<String> told = new ArrayList<>();
    meanwhile = () -> libvirt.leasing("127.0.0.1");

    assertThatThrownBy(
            () -> await(TEN_MINUTES.withTimeout(Duration.ofSeconds(10)).withProgress(told::add)))
        .isInstanceOf(NestException.class)
        .hasMessageContaining("127.0.0.1:443");
    assertThat(told.getFirst()).contains("libvirt knows no address of it");
    assertThat(told.getLast()).contains("127.0.0.1:443");
  }

  @Test
  void aHostThatGoesOffIsNotWaitedFor() {
    meanwhile = () -> libvirt.switchedOff("esxi-1");

    assertThatThrownBy(() -> await(TEN_MINUTES))
        .hasMessage("esxi-1 does not run, so that it will not answer")
        .extracting("hints")
        .isEqualTo(List.of("vireo nest start esxi-1"));
    assertThat(pauses).hasSize(1);
  }

  @Test
  void aVcenterIsNotTakenForAHost() {
    HostAddress address = new HostAddress("192.0.2.1", 443);

    assertThatThrownBy(() ->
            await(
                TEN_MINUTES.withAddress(address),
                (asked, limit) ->
                    new HostIdentity(
                        asked, "VMware vCenter Server", "8.0.3", "24022515", "8.0.3.0", "AB")))
        .hasMessage(
            "VMware vCenter Server 8.0.3 build-24022515 is at esx://root@192.0.2.1/, which is no"
                + " ESXi host")
        .extracting("hints")
        .isEqualTo(List.of("name the address of esxi-1 (--address)"));
  }

  @Test
  void aQuestionTakesNoLongerThanTheTimeThatIsLeft() {
    List<Duration> limits = new ArrayList<>();
    HostAddress address = new HostAddress("192.0.2.1", 443);
    HostWaitOptions options = TEN_MINUTES.withAddress(address).withTimeout(Duration.ofSeconds(22));

    assertThatThrownBy(() ->
            await(
                options,
                (asked, limit) -> {
                  limits.add(limit);
                  now = now.plus(limit);
                  throw new TransportException(
                      TransportException.Kind.TIMED_OUT, "no answer", null);
                }))
        .hasMessage("esxi-1 did not answer within 22 seconds: no answer");
    assertThat(limits).containsExactly(Duration.ofSeconds(15), Duration.ofSeconds(2));
  }

  @Test
  void anInterruptEndsTheWait() {
    meanwhile = () -> Thread.currentThread().interrupt();

    assertThatThrownBy(() -> await(TEN_MINUTES))
        .isInstanceOfSatisfying(
            VirtualizationException.class,
            e -> assertThat(e.kind()).isEqualTo(VirtualizationException.Kind.INTERRUPTED));
    assertThat(Thread.interrupted()).isTrue();
  }

  private HostIdentity await(HostWaitOptions options) {
    return await(options, HostProbe::ask);
  }

  private HostIdentity await(HostWaitOptions options, HostWait.Question question) {
    return new HostWait(hosts, () -> now, this::pause, question).await("esxi-1", options);
  }

  private void pause(Duration time) throws InterruptedException {
    pauses.add(time);
    now = now.plus(time);
    meanwhile.run();
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private static HostAddress addressOf(SimulatorServer server) {
    return new HostAddress(server.host(), server.port());
  }

  /** A socket with a port to which nobody listens, nor can as long as it is open. */
  private static Socket bound() throws IOException {
    Socket socket = new Socket();
    socket.bind(new InetSocketAddress(0));
    return socket;
  }

  private static void release(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

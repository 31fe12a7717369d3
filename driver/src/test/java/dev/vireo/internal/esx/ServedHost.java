package dev.vireo.internal.esx;

import dev.vireo.Connect;
import dev.vireo.ConnectOptions;
import dev.vireo.HostRequest;
import dev.vireo.auth.ConnectAuth;
import dev.vireo.simulator.Preset;
import dev.vireo.simulator.ServeOptions;
import dev.vireo.simulator.Simulator;
import dev.vireo.simulator.SimulatorConfig;
import dev.vireo.simulator.SimulatorServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A simulated host of any product, reached over HTTPS by the URI that users would write. */
final class ServedHost implements HostUnderTest {

  private final Simulator simulator;
  private final SimulatorServer server;
  private final List<HostRequest> exchanges = new CopyOnWriteArrayList<>();

  private ServedHost(Simulator simulator, SimulatorServer server) {
    this.simulator = simulator;
    this.server = server;
  }

  static ServedHost start(SimulatorConfig config) {
    return start(config, ServeOptions.https());
  }

  static ServedHost start(SimulatorConfig config, ServeOptions options) {
    Simulator simulator = Simulator.start(config);
    return new ServedHost(simulator, simulator.serve(options));
  }

  /** A host with the machines of {@link TestMachines}. */
  static ServedHost withMachines(SimulatorConfig config) {
    ServedHost host = start(config);
    TestMachines.addTo(host.simulator);
    return host;
  }

  /** A preset without machines, whose tasks are soon done. */
  static SimulatorConfig.Builder empty(Preset preset) {
    return SimulatorConfig.of(preset).toBuilder().vms(0).taskDuration(Duration.ofMillis(4));
  }

  @Override
  public Simulator simulator() {
    return simulator;
  }

  @Override
  public List<HostRequest> exchanges() {
    return exchanges;
  }

  int port() {
    return server.port();
  }

  String fingerprint() {
    return server.fingerprint();
  }

  /** The URI of the first host, with parameters that start with {@code &}. */
  String uri(String parameters) {
    String address = server.host() + ":" + server.port() + "/";
    String how = "?" + (server.uri().getScheme().equals("http") ? "transport=http" : "no_verify=1");
    return switch (simulator.config().preset()) {
          case ESX80, ESX41, ESX35 -> "esx://" + address;
          case GSX20 -> "gsx://" + address;
          case VCENTER -> "vpx://" + address + "Datacenter/Cluster/esx1.example.com";
        }
        + how
        + parameters;
  }

  @Override
  public Connect open() {
    return open("");
  }

  Connect open(String parameters) {
    return Connect.open(
        uri(parameters), credentials(), options().withRequestListener(exchanges::add));
  }

  ConnectAuth credentials() {
    return ConnectAuth.of(simulator.config().userName(), simulator.config().password());
  }

  /** Options that look at nothing of this machine, and whose pauses take no time. */
  static ConnectOptions options() {
    return ConnectOptions.defaults()
        .withEnvironment(Map.of("HOME", "no-such-home"))
        .withClock(new SkippedTime());
  }

  @Override
  public void close() {
    simulator.close();
  }
}

package dev.vireo.internal.esx;

import dev.vireo.Connect;
import dev.vireo.ConnectOptions;
import dev.vireo.HostRequest;
import dev.vireo.auth.ConnectAuth;
import dev.vireo.simulator.Simulator;
import dev.vireo.simulator.SimulatorConfig;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A simulated host without a network, whose clients' pauses take no time. It notes the requests of
 * all its connections.
 */
final class InProcessHost implements HostUnderTest {

  private final Simulator simulator;
  private final String name = UUID.randomUUID().toString();
  private final List<HostRequest> exchanges = new CopyOnWriteArrayList<>();
  private final SkippedTime clock = new SkippedTime();

  private InProcessHost(Simulator simulator) {
    this.simulator = simulator;
    TestHosts.register(name, simulator);
  }

  /** A host with the machines of {@link TestMachines}. */
  static InProcessHost withMachines(SimulatorConfig config) {
    InProcessHost host = new InProcessHost(Simulator.start(config));
    TestMachines.addTo(host.simulator);
    return host;
  }

  @Override
  public Simulator simulator() {
    return simulator;
  }

  @Override
  public Connect open() {
    return Connect.open(
        "test:///" + name,
        ConnectAuth.unattended(),
        ConnectOptions.defaults().withRequestListener(exchanges::add).withClock(clock));
  }

  @Override
  public List<HostRequest> exchanges() {
    return exchanges;
  }

  @Override
  public void close() {
    TestHosts.forget(name);
    simulator.close();
  }
}

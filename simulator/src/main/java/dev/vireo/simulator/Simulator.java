package dev.vireo.simulator;

import dev.vireo.simulator.internal.host.SimulatedHost;
import dev.vireo.simulator.internal.session.Session;
import dev.vireo.simulator.internal.session.Sessions;
import dev.vireo.simulator.internal.wire.HostEndpoint;
import dev.vireo.simulator.internal.wire.InProcessTransport;
import dev.vireo.vim.transport.VimTransport;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A simulated ESX, GSX or vCenter in memory. Clients reach it in process or, after {@link #serve},
 * over HTTPS; both ways carry the same bytes.
 *
 * <pre>{@code
 * try (Simulator simulator = Simulator.start(SimulatorConfig.esx80());
 *     SimulatorServer server = simulator.serve(ServeOptions.https())) {
 *   System.out.println(server.uri());
 * }
 * }</pre>
 *
 * <p>Serving over HTTP sets the system property {@code sun.net.httpserver.nodelay}, without which
 * the JDK's server delays its answers.
 */
public final class Simulator implements AutoCloseable {

  private final SimulatorConfig config;
  private final SimulatedHost host;
  private final Sessions sessions;
  private final FaultRules faults;
  private final Requests requests = new Requests();
  private final HostEndpoint endpoint;
  private final List<SimulatorServer> servers = new CopyOnWriteArrayList<>();

  private Simulator(SimulatorConfig config) {
    this.config = config;
    this.host = new SimulatedHost(config);
    this.sessions = new Sessions(config, host.state());
    this.faults = new FaultRules(config.seed());
    this.endpoint = new HostEndpoint(host, sessions, faults::effectsFor, requests::record);
  }

  /** Makes a host with its inventory. */
  public static Simulator start(SimulatorConfig config) {
    return new Simulator(config);
  }

  /** What shapes the host. */
  public SimulatorConfig config() {
    return config;
  }

  /** A new client of the host in this process, with cookies of its own, not logged in. */
  public VimTransport transport() {
    return new InProcessTransport(endpoint);
  }

  /**
   * Serves the host at a port.
   *
   * @throws java.io.UncheckedIOException when the port cannot be had
   */
  public SimulatorServer serve(ServeOptions options) {
    SimulatorServer server = SimulatorServer.start(options, endpoint, config);
    servers.add(server);
    return server;
  }

  /** What goes wrong. */
  public FaultRules faults() {
    return faults;
  }

  /** What was asked. */
  public Requests requests() {
    return requests;
  }

  /** The virtual machines. */
  public VirtualMachines vms() {
    return new VirtualMachines(host);
  }

  /** What the host shows instead of its own property values. */
  public PropertyOverrides properties() {
    return new PropertyOverrides(host);
  }

  /** The sessions that are open now, oldest first. */
  public List<OpenSession> sessions() {
    return sessions.open().stream().map(Session::snapshot).toList();
  }

  /** Ends all sessions, as idle time or an administrator does. */
  public void expireSessions() {
    sessions.endAll();
  }

  /** Switches the host off: stops servers, tasks and waiting clients. */
  @Override
  public void close() {
    sessions.endAll();
    servers.forEach(SimulatorServer::close);
    host.close();
  }
}

package dev.vireo.simulator;

import dev.vireo.simulator.internal.host.SimulatedHost;
import dev.vireo.simulator.internal.manager.HostServiceObjects;
import dev.vireo.simulator.internal.manager.ServiceObjects;
import dev.vireo.simulator.internal.session.Session;
import dev.vireo.simulator.internal.session.Sessions;
import dev.vireo.simulator.internal.wire.HostEndpoint;
import dev.vireo.simulator.internal.wire.InProcessTransport;
import dev.vireo.vim.TransportException;
import dev.vireo.vim.transport.VimTransport;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

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
 */
public final class Simulator implements AutoCloseable {

  private final SimulatorConfig config;
  private final SimulatedHost host;
  private final Sessions sessions;
  private final FaultRules faults;
  private final Requests requests = new Requests();
  private final HostEndpoint endpoint;
  private final List<SimulatorServer> servers = new CopyOnWriteArrayList<>();
  private final Set<InProcessTransport> clients = ConcurrentHashMap.newKeySet();
  private @Nullable String name;
  private boolean closed;

  private Simulator(SimulatorConfig config) {
    this.config = config;
    this.host = new SimulatedHost(config);
    ServiceObjects.addTo(host);
    HostServiceObjects.addTo(host);
    this.sessions = new Sessions(config, host.state(), host.access());
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

  /**
   * A new client of the host in this process, with cookies of its own, not logged in. After {@link
   * #close()} its requests are refused.
   */
  public synchronized VimTransport transport() {
    InProcessTransport transport = new InProcessTransport(endpoint, clients::remove);
    if (closed) {
      transport.end(TransportException.Kind.CONNECTION_REFUSED);
    } else {
      clients.add(transport);
    }
    return transport;
  }

  /**
   * The URI by which {@code Connect.open} reaches this host within the process, such as {@code
   * test:///sim-1}. No other host has the same, and it leads nowhere after {@link #close()}.
   *
   * @throws IllegalStateException when the host is closed
   */
  public synchronized String uri() {
    if (closed) {
      throw new IllegalStateException("The simulated host is closed.");
    }
    if (name == null) {
      name = NamedSimulators.add(this);
    }
    return "test:///" + name;
  }

  /** Number of clients in this process, logged in or not, that are not closed. */
  public int clients() {
    return clients.size();
  }

  /**
   * Serves the host at a port.
   *
   * @throws java.io.UncheckedIOException when the port cannot be had
   */
  public SimulatorServer serve(ServeOptions options) {
    SimulatorServer server = SimulatorServer.start(options, endpoint);
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

  /** What the host holds now, to be compared with what it holds later. */
  public HostContents contents() {
    return HostContents.of(host);
  }

  /**
   * Whether there is a file, on the datastore of any host.
   *
   * @param path its datastore path, such as {@code [datastore1] web/web.vmdk}
   * @throws IllegalArgumentException when that is no datastore path
   */
  public boolean hasFile(String path) {
    return HostContents.hasFile(host, path);
  }

  /** The host without its ways in. */
  SimulatedHost host() {
    return host;
  }

  /** The hosts that run the machines: one, or those of a vCenter. */
  public Hypervisors hypervisors() {
    return new Hypervisors(host);
  }

  /** What the host shows instead of its own property values. */
  public PropertyOverrides properties() {
    return new PropertyOverrides(host);
  }

  /** The folder above all objects of the inventory, on which every user was given its role. */
  public ManagedObjectReference root() {
    return host.inventory().root().ref();
  }

  /** Who may do what with which objects. */
  public Permissions permissions() {
    return new Permissions(host);
  }

  /** The sessions that are open now, oldest first. */
  public List<OpenSession> sessions() {
    return sessions.open().stream().map(Session::snapshot).toList();
  }

  /** Ends all sessions, as idle time or an administrator does. */
  public void expireSessions() {
    sessions.endAll();
  }

  /**
   * Switches the host off: ends its sessions, cuts its clients off, and stops its servers and
   * tasks, whose threads end. A second call does nothing.
   */
  @Override
  public void close() {
    if (!markClosed()) {
      return;
    }
    clients.forEach(client -> client.end(TransportException.Kind.CONNECTION_REFUSED));
    sessions.endAll();
    servers.forEach(SimulatorServer::close);
    host.close();
  }

  private synchronized boolean markClosed() {
    boolean first = !closed;
    closed = true;
    if (name != null) {
      NamedSimulators.remove(name);
    }
    return first;
  }
}

package dev.vireo.junit;

import dev.vireo.Connect;
import dev.vireo.auth.ConnectAuth;
import dev.vireo.simulator.OpenSession;
import dev.vireo.simulator.ServeOptions;
import dev.vireo.simulator.Simulator;
import dev.vireo.simulator.SimulatorServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** The host of one test, and what was opened for it. */
final class TestHost {

  /** Threads of a connection that was closed just now may take a moment to end. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final HostPlan plan;
  private final StartedThreads threads;
  private final Simulator simulator;
  private final @Nullable SimulatorServer server;
  private final List<Connect> connections = new CopyOnWriteArrayList<>();

  private TestHost(
      HostPlan plan,
      StartedThreads threads,
      Simulator simulator,
      @Nullable SimulatorServer server) {
    this.plan = plan;
    this.threads = threads;
    this.simulator = simulator;
    this.server = server;
  }

  static TestHost start(HostPlan plan) {
    Simulator simulator = Simulator.start(plan.config());
    StartedThreads threads = StartedThreads.watch();
    try {
      SimulatorServer server = plan.https() ? simulator.serve(ServeOptions.https()) : null;
      return new TestHost(plan, threads, simulator, server);
    } catch (RuntimeException | Error e) {
      threads.unwatch();
      simulator.close();
      throw e;
    }
  }

  Simulator simulator() {
    return simulator;
  }

  SimulatorServer server() {
    if (server == null) {
      throw new ParameterResolutionException(
          "The host of this test is not served: use @WithHost(https = true).");
    }
    return server;
  }

  /** A new connection. */
  Connect connect() {
    Connect connection = server == null ? connectInProcess() : connectTo(server);
    connections.add(connection);
    return connection;
  }

  private Connect connectInProcess() {
    if (plan.vCenter()) {
      throw new ParameterResolutionException(
          "A Connect to a vCenter is about one of its hosts, which only a vpx:// URI can name: use"
              + " @WithHost(preset = Preset.VCENTER, https = true).");
    }
    return Connect.open(simulator.uri());
  }

  private Connect connectTo(SimulatorServer to) {
    String uri =
        plan.scheme()
            + "://"
            + to.host()
            + ":"
            + to.port()
            + "/"
            + (plan.vCenter() ? plan.path() : "")
            + "?fingerprint="
            + to.fingerprint();
    char[] password = plan.config().password();
    try {
      return Connect.open(uri, ConnectAuth.of(plan.config().userName(), password));
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  /** Closes what was opened here, and gives what the test has left behind. */
  List<String> end() throws InterruptedException {
    List<String> left = new ArrayList<>();
    try {
      addWatched(left);
      connections.forEach(Connect::close);
      addClients(left);
    } finally {
      threads.unwatch();
      simulator.close();
    }
    for (String name : threads.remaining(PATIENCE)) {
      left.add("the thread '" + name + "' still runs: a connection was not closed");
    }
    return left;
  }

  /** Looks before the connections close, because filters and views end with their sessions. */
  private void addWatched(List<String> left) {
    for (OpenSession session : simulator.sessions()) {
      if (session.propertyFilters() > 0) {
        left.add(of(session.propertyFilters(), "property filter") + " not destroyed");
      }
      if (session.views() > 0) {
        left.add(of(session.views(), "view") + " not destroyed");
      }
    }
  }

  private void addClients(List<String> left) {
    for (OpenSession session : simulator.sessions()) {
      left.add("a session of '" + session.userName() + "' is still logged in");
    }
    if (simulator.clients() > 0) {
      left.add(of(simulator.clients(), "connection") + " not closed");
    }
  }

  private static String of(int count, String thing) {
    return count == 1 ? "1 " + thing + " is" : count + " " + thing + "s are";
  }
}

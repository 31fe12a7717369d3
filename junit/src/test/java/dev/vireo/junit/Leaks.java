package dev.vireo.junit;

import dev.vireo.Connect;
import dev.vireo.auth.ConnectAuth;
import dev.vireo.simulator.Preset;
import dev.vireo.simulator.Simulator;
import dev.vireo.simulator.SimulatorServer;
import dev.vireo.vim.ClientOptions;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.methods.CreateContainerView;
import dev.vireo.vim.methods.CreateFilter;
import dev.vireo.vim.property.PropertyFilter;
import dev.vireo.vim.transport.VimTransport;
import dev.vireo.vim.transport.WireRequest;
import dev.vireo.vim.transport.WireResponse;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Tests to be run by {@link HostExtensionTest}; what they leave behind it closes afterwards. */
@SuppressWarnings("JUnitClassModifiers")
final class Leaks {

  private Leaks() {}

  /** What a test leaves open on purpose, closed after the extension has looked. */
  static final class CloseLater implements AfterEachCallback {

    private static final ThreadLocal<AutoCloseable> OPEN = new ThreadLocal<>();

    static <T extends AutoCloseable> T later(T open) {
      OPEN.set(open);
      return open;
    }

    /** Registered before the host's extension, and so asked after it. */
    @Override
    public void afterEach(ExtensionContext context) throws Exception {
      AutoCloseable open = OPEN.get();
      OPEN.remove();
      if (open != null) {
        open.close();
      }
    }
  }

  private static VimClient logIn(Simulator host, VimTransport transport) {
    VimClient client = VimClient.connect(transport, ClientOptions.DEFAULT);
    char[] password = host.config().password();
    client.login(host.config().userName(), password);
    return client;
  }

  @ExtendWith(CloseLater.class)
  @WithHost
  static class Clean {
    @Test
    void test(Simulator host, Connect connect) {
      connect.domainLookupByName("build agent").create();
      try (Connect own = Connect.open(host.uri())) {
        own.domainLookupByName("build agent").destroy();
      }
    }
  }

  @ExtendWith(CloseLater.class)
  @WithHost(https = true)
  static class CleanOverHttps {
    @Test
    void test(Simulator host, Connect connect) {
      connect.domainLookupByName("build agent").create();
    }
  }

  /** Forgets to log out, but lets go of the connection. */
  @ExtendWith(CloseLater.class)
  @WithHost
  static class LeavesSession {
    @Test
    void test(Simulator host) {
      VimTransport deaf = new WithoutLogout(host.transport());
      logIn(host, deaf).close();
    }
  }

  /** A transport that loses the request to log out. */
  private record WithoutLogout(VimTransport transport) implements VimTransport {
    @Override
    public WireResponse send(WireRequest request) {
      return request.operation().equals("Logout")
          ? new WireResponse(503, Map.of(), new byte[0])
          : transport.send(request);
    }

    @Override
    public void close() {
      transport.close();
    }
  }

  @ExtendWith(CloseLater.class)
  @WithHost
  static class LeavesConnection {
    @Test
    void test(Simulator host) {
      CloseLater.later(host.transport());
    }
  }

  @ExtendWith(CloseLater.class)
  @WithHost
  static class LeavesConnect {
    @Test
    void test(Simulator host) {
      CloseLater.later(Connect.open(host.uri()));
    }
  }

  @ExtendWith(CloseLater.class)
  @WithHost
  static class LeavesFilterAndViews {
    @Test
    void test(Simulator host) {
      VimClient client = CloseLater.later(logIn(host, host.transport()));
      ManagedObjectReference root = client.serviceContent().rootFolder();
      client.call(
          new CreateFilter(
              client.serviceContent().propertyCollector(),
              new PropertyFilter().select("Folder", "name").from(root).build(),
              true));
      ManagedObjectReference views = Objects.requireNonNull(client.serviceContent().viewManager());
      for (int i = 0; i < 2; i++) {
        client.call(new CreateContainerView(views, root, List.of("VirtualMachine"), true));
      }
    }
  }

  /** The host has forgotten the session, so that only the client's thread tells of it. */
  @ExtendWith(CloseLater.class)
  @WithHost(https = true)
  static class LeavesThread {
    @Test
    void test(Simulator host, SimulatorServer server) {
      String uri = "esx://127.0.0.1:" + server.port() + "/?fingerprint=" + server.fingerprint();
      CloseLater.later(
          Connect.open(uri, ConnectAuth.of(host.config().userName(), host.config().password())));
      host.expireSessions();
    }
  }

  @ExtendWith(CloseLater.class)
  @WithHost
  static class FailsAndLeaks {
    @Test
    void test(Simulator host) {
      CloseLater.later(host.transport());
      throw new IllegalStateException("the test's own failure");
    }
  }

  /** Three tests that are all open at the same time, one of which leaks in every way. */
  @ExtendWith(CloseLater.class)
  @WithHost
  @Execution(ExecutionMode.CONCURRENT)
  static class OneOfThree {

    private static final CyclicBarrier ALL_OPEN = new CyclicBarrier(3);
    private static final CyclicBarrier ALL_DONE = new CyclicBarrier(3);

    private static void meet(CyclicBarrier barrier) throws Exception {
      barrier.await(30, TimeUnit.SECONDS);
    }

    @Test
    void clean(Simulator host) throws Exception {
      try (Connect connect = Connect.open(host.uri())) {
        meet(ALL_OPEN);
        connect.getHostName();
      }
      meet(ALL_DONE);
    }

    @Test
    void cleanToo(Simulator host, Connect connect) throws Exception {
      meet(ALL_OPEN);
      connect.getHostName();
      meet(ALL_DONE);
    }

    @Test
    void leaks(Simulator host) throws Exception {
      CloseLater.later(Connect.open(host.uri()));
      meet(ALL_OPEN);
      meet(ALL_DONE);
    }
  }

  @WithHost
  static class AsksForAServer {
    @Test
    void test(SimulatorServer server) {
      server.port();
    }
  }

  @WithHost(preset = Preset.VCENTER)
  static class ConnectsToAVcenterInProcess {
    @Test
    void test(Connect connect) {
      connect.isAlive();
    }
  }

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  @WithHost
  static class AsksTooEarly {
    @BeforeAll
    void before(Simulator host) {
      host.config();
    }

    @Test
    void test() {}
  }

  @ExtendWith(HostExtension.class)
  static class HasNoAnnotation {
    @Test
    void test(Simulator host) {
      host.config();
    }
  }
}

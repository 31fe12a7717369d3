package dev.vireo.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vireo.vim.TransportException;
import dev.vireo.vim.TransportException.Kind;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.methods.CurrentTime;
import dev.vireo.vim.methods.WaitForUpdates;
import dev.vireo.vim.transport.EmbeddedHost;
import dev.vireo.vim.transport.EmbeddedHostProvider;
import dev.vireo.vim.transport.VimTransport;
import java.time.Duration;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Hosts and clients in the same process. */
class InProcessTest extends HostTestBase {

  private static EmbeddedHost open(String uri) {
    EmbeddedHostProvider provider =
        ServiceLoader.load(EmbeddedHostProvider.class).findFirst().orElseThrow();
    return provider.open(uri.substring("test:///".length()));
  }

  private static Kind failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    TransportException failure = catchThrowableOfType(TransportException.class, call);
    assertThat(failure).isNotNull();
    return failure.kind();
  }

  @Test
  void aUriLeadsToItsHost() {
    Simulator host = start();
    Simulator other = start();

    EmbeddedHost door = open(host.uri());

    VimClient client =
        closing(VimClient.connect(door.transport(), dev.vireo.vim.ClientOptions.DEFAULT));
    client.login(door.userName(), door.password());
    assertThat(host.sessions()).hasSize(1);
    assertThat(other.sessions()).isEmpty();
    assertThat(host.uri()).isEqualTo(host.uri()).isNotEqualTo(other.uri());
  }

  @Test
  void theDefaultHostIsAlwaysThere() {
    VimTransport transport = closing(open("test:///default").transport());

    assertThat(get(transport, "/").status()).isEqualTo(200);
  }

  @Test
  void aClosedHostHasNoUri() {
    Simulator host = start();
    String uri = host.uri();

    host.close();

    assertThatThrownBy(host::uri)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The simulated host is closed.");
    assertThatThrownBy(() -> open(uri))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("There is no embedded host '" + uri.substring(8) + "'");
  }

  @Test
  void openClientsAreCounted() {
    Simulator host = start();
    VimTransport one = host.transport();
    VimTransport two = host.transport();
    assertThat(host.clients()).isEqualTo(2);

    one.close();
    one.close();
    assertThat(host.clients()).isEqualTo(1);
    two.close();
    assertThat(host.clients()).isZero();
  }

  @Test
  void aClosedClientMakesNoRequests() {
    VimTransport transport = start().transport();
    transport.close();

    assertThat(failure(() -> get(transport, "/"))).isEqualTo(Kind.CLOSED);
  }

  @Test
  void aHostThatIsSwitchedOffRefusesClients() {
    Simulator host = start();
    VimTransport before = host.transport();

    host.close();
    host.close();

    assertThat(failure(() -> get(before, "/"))).isEqualTo(Kind.CONNECTION_REFUSED);
    assertThat(failure(() -> get(host.transport(), "/"))).isEqualTo(Kind.CONNECTION_REFUSED);
  }

  @Test
  void aRequestEndsAtItsTimeOut() {
    Simulator host = start(SimulatorConfig.esx35());
    VimClient client = logIn(host);

    assertThat(
            failure(() ->
                client.callOptional(
                    new WaitForUpdates(collector(client), ""), Duration.ofMillis(50))))
        .isEqualTo(Kind.TIMED_OUT);
    assertThat(client.call(new CurrentTime(SERVICE_INSTANCE))).isNotNull();
  }

  @Test
  void closingTheClientEndsItsRequests() {
    Simulator host = start();
    host.faults().add(FaultRule.on("GET /", new FaultEffect.NeverAnswer()));
    VimTransport transport = host.transport();

    assertThat(failure(() -> whileWaiting(host, transport, transport::close)))
        .isEqualTo(Kind.CLOSED);
  }

  @Test
  void switchingTheHostOffEndsRequests() {
    Simulator host = start();
    host.faults().add(FaultRule.on("GET /", new FaultEffect.NeverAnswer()));
    VimTransport transport = closing(host.transport());

    assertThat(failure(() -> whileWaiting(host, transport, host::close)))
        .isIn(Kind.CUT_OFF, Kind.CONNECTION_REFUSED);
  }

  /** Makes a request that waits, does something when the host has it, and brings the outcome. */
  private static void whileWaiting(Simulator host, VimTransport transport, Runnable action)
      throws Throwable {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletableFuture<?> waiting = CompletableFuture.runAsync(() -> get(transport, "/"), threads);
      while (host.requests().count("GET /") == 0) {
        Thread.onSpinWait();
      }
      action.run();
      try {
        waiting.join();
      } catch (java.util.concurrent.CompletionException e) {
        throw java.util.Objects.requireNonNull(e.getCause());
      }
    }
  }

  @Test
  void theThreadsOfAHostEndWithIt() throws InterruptedException {
    List<Thread> before = List.copyOf(Thread.getAllStackTraces().keySet());
    Simulator host = start(SimulatorConfig.esx80());
    host.serve(ServeOptions.https());
    VimClient client = logIn(host);
    client.call(
        new dev.vireo.vim.methods.PowerOnVM_Task(host.vms().get("build agent").ref(), null));
    client.close();

    host.close();

    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      String name = thread.getName();
      if (!before.contains(thread)
          && (name.startsWith("vireo-simulator-") || name.startsWith("HTTP-Dispatcher"))) {
        // It may take a moment, but less than the five seconds after which idle ones end anyway.
        assertThat(thread.join(Duration.ofSeconds(3))).as(name).isTrue();
      }
    }
  }
}

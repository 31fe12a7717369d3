package dev.vireo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.vim.ClientOptions;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.methods.PowerOffVM_Task;
import dev.vireo.vim.methods.PowerOnVM_Task;
import dev.vireo.vim.transport.HttpOptions;
import dev.vireo.vim.transport.HttpTransport;
import dev.vireo.vim.transport.TlsPolicy;
import dev.vireo.vim.transport.VimTransport;
import dev.vireo.vim.types.TaskInfoState;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ManyClientsTest extends HostTestBase {

  private static final int ROUNDS = 3;
  private static final int CROWD = 500;

  /** Each client logs in, lists, drives a machine of its own and logs out. */
  private static void drive(Simulator host, int clients, Supplier<VimTransport> way)
      throws Exception {
    for (int i = 0; i < clients; i++) {
      host.vms().add("own-" + i);
    }
    List<Future<?>> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      for (int i = 0; i < clients; i++) {
        SimulatedVm vm = host.vms().get("own-" + i);
        all.add(threads.submit(() -> useFrom(host, way.get(), vm)));
      }
      for (Future<?> each : all) {
        each.get(120, TimeUnit.SECONDS);
      }
    }
  }

  private static void useFrom(Simulator host, VimTransport transport, SimulatedVm vm) {
    ClientOptions options = ClientOptions.DEFAULT.withKeepAlive(Duration.ZERO).withPageSize(7);
    try (VimClient client = VimClient.connect(transport, options)) {
      client.login(host.config().userName(), host.config().password());
      for (int round = 0; round < ROUNDS; round++) {
        assertThat(client.propertyCollector().retrieve(machines(client, "name", "config.uuid")))
            .hasSize(host.vms().all().size());
        assertThat(finished(client, client.call(new PowerOnVM_Task(vm.ref(), null))).state())
            .isEqualTo(TaskInfoState.SUCCESS);
        assertThat(finished(client, client.call(new PowerOffVM_Task(vm.ref()))).state())
            .isEqualTo(TaskInfoState.SUCCESS);
      }
    }
  }

  @Test
  void manyClientsInProcess() throws Exception {
    Simulator host = start();

    drive(host, 24, host::transport);

    assertThat(host.sessions()).isEmpty();
    assertThat(host.clients()).isZero();
    assertThat(host.requests().count("Login")).isEqualTo(24);
    assertThat(host.requests().count("PowerOnVM_Task")).isEqualTo(24 * ROUNDS);
  }

  @Test
  void manyClientsOverTls() throws Exception {
    Simulator host = start();
    SimulatorServer server = host.serve(ServeOptions.https());
    HttpOptions options =
        HttpOptions.https("127.0.0.1", server.port())
            .withTls(TlsPolicy.pinned(server.fingerprint()));

    drive(host, 8, () -> new HttpTransport(options));

    assertThat(host.sessions()).isEmpty();
    assertThat(host.requests().count("Logout")).isEqualTo(8);
  }

  @Test
  void aCrowdThatComesAtOnceIsServedToTheLastClient() throws Exception {
    SimulatorServer server = start().serve(ServeOptions.http());
    byte[] request =
        "GET /sdk/vimServiceVersions.xml HTTP/1.1\r\nHost: a\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);
    List<Socket> crowd = new ArrayList<>();
    for (int i = 0; i < CROWD; i++) {
      crowd.add(closing(new Socket(InetAddress.getLoopbackAddress(), server.port())));
    }

    for (int round = 0; round < 2; round++) {
      for (Socket each : crowd) {
        each.getOutputStream().write(request);
      }
      for (Socket each : crowd) {
        assertThat(answer(each)).startsWith("HTTP/1.1 200 ").contains("</namespaces>");
      }
    }
  }

  /** Reads one answer whose end is known. */
  private static String answer(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder answer = new StringBuilder();
    while (!answer.toString().endsWith("</namespaces>\n")) {
      int next = in.read();
      if (next < 0) {
        break;
      }
      answer.append((char) next);
    }
    return answer.toString();
  }

  @Test
  void manyThreadsShareOneSession() throws Exception {
    Simulator host = start();
    VimClient client = logIn(host);
    List<Future<Integer>> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      for (int i = 0; i < 64; i++) {
        all.add(
            threads.submit(
                () -> client.propertyCollector().retrieve(machines(client, "name")).size()));
      }
      for (Future<Integer> each : all) {
        assertThat(each.get(120, TimeUnit.SECONDS)).isEqualTo(5);
      }
    }
    assertThat(host.sessions()).hasSize(1);
  }

  @Test
  void aHostHasSeveralServers() {
    Simulator host = start();
    SimulatorServer https = host.serve(ServeOptions.https());
    SimulatorServer http = host.serve(ServeOptions.http());

    VimTransport one =
        closing(
            new HttpTransport(
                HttpOptions.https("127.0.0.1", https.port())
                    .withTls(TlsPolicy.pinned(https.fingerprint()))));
    VimTransport two = closing(new HttpTransport(HttpOptions.http("127.0.0.1", http.port())));

    assertThat(get(one, "/").body()).isEqualTo(get(two, "/").body());
    assertThat(https.uri()).hasScheme("https").hasHost("127.0.0.1");
    assertThat(https.certificatePem()).startsWith("-----BEGIN CERTIFICATE-----");
  }
}

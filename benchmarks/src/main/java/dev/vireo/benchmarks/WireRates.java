package dev.vireo.benchmarks;

import dev.vireo.simulator.ServeOptions;
import dev.vireo.simulator.Simulator;
import dev.vireo.simulator.SimulatorConfig;
import dev.vireo.simulator.SimulatorServer;
import dev.vireo.vim.ClientOptions;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.methods.CreateContainerView;
import dev.vireo.vim.methods.CurrentTime;
import dev.vireo.vim.methods.RetrievePropertiesEx;
import dev.vireo.vim.property.PropertyFilter;
import dev.vireo.vim.soap.SoapCodec;
import dev.vireo.vim.transport.HttpOptions;
import dev.vireo.vim.transport.HttpTransport;
import dev.vireo.vim.transport.TlsPolicy;
import dev.vireo.vim.transport.VimTransport;
import dev.vireo.vim.transport.WireRequest;
import dev.vireo.vim.transport.WireResponse;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.PropertyFilterSpec;
import dev.vireo.vim.types.RetrieveOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What the wire costs: the answer with 10,000 machines made into records, beside the JDK's reader
 * that only passes over it; and calls of 200 threads over TLS, beside those of one.
 */
public final class WireRates {
  private static final int MACHINES = 10_000;
  private static final int THREADS = 200;
  private static final int CALLS_EACH = 5;
  private static final int ROUNDS = 7;
  private static final String[] LISTED = {
    "name", "runtime.powerState", "config.uuid", "config.instanceUuid", "configStatus"
  };

  private final PrintStream out;

  private WireRates(PrintStream out) {
    this.out = out;
  }

  /**
   * Runs all and prints it.
   *
   * @param args none
   * @throws IOException if the host cannot be served
   * @throws InterruptedException if interrupted
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    WireRates rates = new WireRates(System.out);
    rates.decode();
    rates.callInParallel();
  }

  private void decode() throws IOException {
    SimulatorConfig config = SimulatorConfig.esx80().toBuilder().vms(MACHINES).build();
    try (Simulator simulator = Simulator.start(config)) {
      LastAnswer transport = new LastAnswer(simulator.transport());
      try (VimClient client = logIn(transport, config)) {
        RetrievePropertiesEx call = listing(client);
        client.call(call);
        byte[] document = transport.body;
        SoapCodec codec = new SoapCodec();
        WarmLoop.Cost ours = WarmLoop.measure(() -> codec.decodeResponse(call, document));
        WarmLoop.Cost theirs = WarmLoop.measure(() -> passOver(document));
        print(document.length / 1e6, ours, theirs);
      }
    }
  }

  private void print(double megabytes, WarmLoop.Cost ours, WarmLoop.Cost theirs) {
    out.printf(
        Locale.ROOT,
        "decode, %,d machines, %.1f MB: %.1f ms (%.0f MB/s, %.1f MB allocated); "
            + "the JDK's StAX passes over it in %.1f ms: %.2f times as fast%n",
        MACHINES,
        megabytes,
        ours.wallNanos() / 1e6,
        megabytes / (ours.wallNanos() / 1e9),
        ours.allocatedBytes() / 1e6,
        theirs.wallNanos() / 1e6,
        theirs.wallNanos() / ours.wallNanos());
  }

  private static RetrievePropertiesEx listing(VimClient client) {
    ManagedObjectReference view =
        client.call(
            new CreateContainerView(
                Objects.requireNonNull(client.serviceContent().viewManager()),
                client.serviceContent().rootFolder(),
                List.of("VirtualMachine"),
                true));
    PropertyFilterSpec all =
        new PropertyFilter()
            .select("VirtualMachine", LISTED)
            .from(view, PropertyFilter.traversal("all", "ContainerView", "view"))
            .build();
    return new RetrievePropertiesEx(
        client.serviceContent().propertyCollector(), List.of(all), new RetrieveOptions(MACHINES));
  }

  private static void passOver(byte[] document) throws IOException {
    try {
      XMLStreamReader reader =
          XMLInputFactory.newDefaultFactory()
              .createXMLStreamReader(new ByteArrayInputStream(document));
      while (reader.hasNext()) {
        reader.next();
      }
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private void callInParallel() throws IOException, InterruptedException {
    SimulatorConfig config = SimulatorConfig.esx80();
    try (Simulator simulator = Simulator.start(config);
        SimulatorServer server = simulator.serve(ServeOptions.https());
        VimClient client = logIn(overTls(server), config)) {
      double[] one = new double[ROUNDS];
      double[] many = new double[ROUNDS];
      for (int round = -2; round < ROUNDS; round++) { // two that do not count
        double alone = millis(client, 1, THREADS * CALLS_EACH);
        double together = millis(client, THREADS, CALLS_EACH);
        if (round >= 0) {
          one[round] = alone;
          many[round] = together;
        }
      }
      Arrays.sort(one);
      Arrays.sort(many);
      double alone = one[ROUNDS / 2];
      double together = many[ROUNDS / 2];
      out.printf(
          Locale.ROOT,
          "parallel, %d calls over TLS: %d threads %.0f ms, one thread %.0f ms: %.2f times as fast%n",
          THREADS * CALLS_EACH,
          THREADS,
          together,
          alone,
          alone / together);
    }
  }

  private static HttpTransport overTls(SimulatorServer server) {
    return new HttpTransport(
        HttpOptions.https("127.0.0.1", server.port()).withTls(TlsPolicy.noVerify()));
  }

  private static double millis(VimClient client, int threads, int calls)
      throws IOException, InterruptedException {
    CurrentTime call =
        new CurrentTime(new ManagedObjectReference("ServiceInstance", "ServiceInstance"));
    long start = System.nanoTime();
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        all.add(
            executor.submit(() -> {
              for (int n = 0; n < calls; n++) {
                client.call(call);
              }
            }));
      }
      for (Future<?> each : all) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new IOException("A call failed", e);
    }
    return (System.nanoTime() - start) / 1e6;
  }

  private static VimClient logIn(VimTransport transport, SimulatorConfig config) {
    VimClient client =
        VimClient.connect(
            transport, ClientOptions.DEFAULT.withKeepAlive(Duration.ZERO).withPageSize(MACHINES));
    client.login(config.userName(), config.password());
    return client;
  }

  /** Keeps the last answer. */
  private static final class LastAnswer implements VimTransport {
    private final VimTransport transport;
    private byte[] body = {};

    private LastAnswer(VimTransport transport) {
      this.transport = transport;
    }

    @Override
    public WireResponse send(WireRequest request) {
      WireResponse response = transport.send(request);
      body = response.body();
      return response;
    }

    @Override
    public void close() {
      transport.close();
    }
  }
}

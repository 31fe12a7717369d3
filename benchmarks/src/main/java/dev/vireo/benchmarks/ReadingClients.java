package dev.vireo.benchmarks;

import dev.vireo.vim.ClientOptions;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.methods.CreateContainerView;
import dev.vireo.vim.methods.Fetch;
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
import dev.vireo.vim.types.RetrieveOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Clients that are logged in, each with a connection of its own, and read the same four properties
 * of a machine again and again. Their answers are not parsed: that would measure the client.
 */
final class ReadingClients implements AutoCloseable {
  private static final long ROUND = Duration.ofSeconds(2).toNanos();
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final String[] PROPERTIES = {
    "name", "runtime.powerState", "config.hardware.memoryMB", "summary.quickStats"
  };

  private final SimulatorProcess simulator;
  private final List<Reader> readers;
  private final ExecutorService threads;

  private ReadingClients(SimulatorProcess simulator, List<Reader> readers) {
    this.simulator = simulator;
    this.readers = readers;
    this.threads = Executors.newFixedThreadPool(readers.size());
  }

  /**
   * How fast they were.
   *
   * @param perSecond requests per second of all together
   * @param medianMillis the time of half of the requests is at most this
   * @param p95Millis the time of 95 of 100 requests is at most this
   * @param cpuMicros processor time of the simulator for each request
   */
  record Pace(double perSecond, double medianMillis, double p95Millis, double cpuMicros) {

    /** The median round. */
    static Pace median(List<Pace> rounds) {
      List<Pace> sorted =
          rounds.stream().sorted(Comparator.comparingDouble(Pace::perSecond)).toList();
      return sorted.get(sorted.size() / 2);
    }
  }

  static ReadingClients logIn(SimulatorProcess simulator, int clients) {
    List<Reader> readers = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      readers.add(Reader.logIn(simulator, i));
    }
    return new ReadingClients(simulator, readers);
  }

  /** All read for two seconds. */
  Pace round() throws IOException, InterruptedException {
    Duration cpu = simulator.cpu();
    long start = System.nanoTime();
    List<Future<long[]>> all = new ArrayList<>();
    for (Reader reader : readers) {
      all.add(threads.submit(() -> reader.readUntil(start + ROUND)));
    }
    List<Long> times = new ArrayList<>();
    try {
      for (Future<long[]> each : all) {
        Arrays.stream(each.get()).forEach(times::add);
      }
    } catch (ExecutionException e) {
      throw new IOException("A client failed", e);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    times.sort(Comparator.naturalOrder());
    return new Pace(
        times.size() / seconds,
        times.get(times.size() / 2) / 1e6,
        times.get((int) (times.size() * 0.95)) / 1e6,
        simulator.cpu().minus(cpu).toNanos() / 1e3 / times.size());
  }

  @Override
  public void close() {
    threads.shutdownNow();
    readers.forEach(reader -> reader.client().close());
  }

  /** One client, its way and its question. */
  private record Reader(VimClient client, VimTransport transport, WireRequest request) {

    static Reader logIn(SimulatorProcess simulator, int number) {
      VimTransport transport =
          new HttpTransport(
              HttpOptions.https("127.0.0.1", simulator.port()).withTls(TlsPolicy.noVerify()));
      VimClient client =
          VimClient.connect(transport, ClientOptions.DEFAULT.withKeepAlive(Duration.ZERO));
      client.login(simulator.user(), simulator.password().toCharArray());
      ManagedObjectReference view =
          client.call(
              new CreateContainerView(
                  Objects.requireNonNull(client.serviceContent().viewManager()),
                  client.serviceContent().rootFolder(),
                  List.of("VirtualMachine"),
                  true));
      List<?> machines = (List<?>) client.call(new Fetch(view, "view"));
      ManagedObjectReference machine =
          (ManagedObjectReference) machines.get(number % machines.size());
      byte[] body =
          new SoapCodec()
              .encodeRequest(
                  new RetrievePropertiesEx(
                      client.serviceContent().propertyCollector(),
                      List.of(
                          new PropertyFilter()
                              .select("VirtualMachine", PROPERTIES)
                              .from(machine)
                              .build()),
                      new RetrieveOptions(null)));
      return new Reader(
          client,
          transport,
          new WireRequest(
              WireRequest.Verb.POST,
              "/sdk",
              Map.of("Content-Type", "text/xml", "SOAPAction", "\"urn:vim25/6.5\""),
              body,
              "RetrievePropertiesEx",
              true,
              TIMEOUT));
    }

    long[] readUntil(long end) {
      List<Long> times = new ArrayList<>();
      do {
        long start = System.nanoTime();
        WireResponse response = transport.send(request);
        times.add(System.nanoTime() - start);
        if (response.status() != 200) {
          throw new IllegalStateException(
              response.status() + " " + new String(response.body(), StandardCharsets.UTF_8));
        }
      } while (System.nanoTime() < end);
      return times.stream().mapToLong(Long::longValue).toArray();
    }
  }
}

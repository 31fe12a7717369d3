package dev.vireo.benchmarks;

import dev.vireo.vim.ClientOptions;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.file.DatastoreFile;
import dev.vireo.vim.file.DatastoreFiles;
import dev.vireo.vim.file.Download;
import dev.vireo.vim.methods.CurrentTime;
import dev.vireo.vim.transport.HttpOptions;
import dev.vireo.vim.transport.HttpTransport;
import dev.vireo.vim.transport.TlsPolicy;
import dev.vireo.vim.transport.TransferBody;
import dev.vireo.vim.types.ManagedObjectReference;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Moves a file of 256 MiB to a simulated host and back over TLS, by {@link DatastoreFiles} and by
 * curl in turn, and has 200 threads make calls at once.
 */
public final class TransfersBesideCurl {

  private static final long SIZE = 256L << 20;
  private static final int ROUNDS = 5;
  private static final int THREADS = 200;
  private static final int CALLS = 10;
  private static final DatastoreFile FILE =
      new DatastoreFile("ha-datacenter", "datastore1", "a.iso");
  private static final CurrentTime CALL =
      new CurrentTime(new ManagedObjectReference("ServiceInstance", "ServiceInstance"));

  private final SimulatorProcess host;
  private final VimClient client;
  private final Path source;
  private final PrintStream out;

  private TransfersBesideCurl(
      SimulatorProcess host, VimClient client, Path source, PrintStream out) {
    this.host = host;
    this.client = client;
    this.source = source;
    this.out = out;
  }

  /**
   * Runs all and prints the figures.
   *
   * @param args none
   * @throws IOException if something cannot be moved
   * @throws InterruptedException if interrupted
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    try (TemporaryFolder folder = TemporaryFolder.create();
        SimulatorProcess host = SimulatorProcess.transferHost(SIZE);
        VimClient client =
            VimClient.connect(
                new HttpTransport(
                    HttpOptions.https("127.0.0.1", host.port()).withTls(TlsPolicy.noVerify())),
                ClientOptions.DEFAULT)) {
      client.login(host.user(), host.password().toCharArray());
      Path source = folder.path().resolve("source");
      try (OutputStream file = Files.newOutputStream(source)) {
        new MadeContent(1, SIZE).open().transferTo(file);
      }
      new TransfersBesideCurl(host, client, source, System.out).run();
    }
  }

  /** One way of moving the file. */
  private interface Move {
    void run() throws IOException, InterruptedException;
  }

  private void run() throws IOException, InterruptedException {
    out.println("| 256 MiB over TLS | Vireo MiB/s | curl MiB/s | ratio |");
    out.println("|---|--:|--:|--:|");
    compare("upload", this::upload, () -> curl("-T", source.toString(), "-o", "/dev/null"));
    compare("download", this::download, () -> curl("-o", "/dev/null"));
    out.println();
    parallelCalls();
  }

  private void compare(String what, Move ours, Move theirs)
      throws IOException, InterruptedException {
    ours.run();
    theirs.run();
    List<Double> our = new ArrayList<>();
    List<Double> their = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      our.add(pace(ours));
      their.add(pace(theirs));
    }
    double ratio = median(our) / median(their);
    out.printf(
        Locale.ROOT, "| %s | %.0f | %.0f | %.2f |%n", what, median(our), median(their), ratio);
  }

  private static double pace(Move move) throws IOException, InterruptedException {
    long start = System.nanoTime();
    move.run();
    return (SIZE >> 20) / ((System.nanoTime() - start) / 1e9);
  }

  private static double median(List<Double> figures) {
    List<Double> sorted = figures.stream().sorted(Comparator.naturalOrder()).toList();
    return sorted.get(sorted.size() / 2);
  }

  private void upload() throws IOException {
    new DatastoreFiles(client).write(FILE, TransferBody.of(source));
  }

  private void download() throws IOException {
    try (Download download = Objects.requireNonNull(new DatastoreFiles(client).open(FILE))) {
      download.transferTo(OutputStream.nullOutputStream());
    }
  }

  private void curl(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("curl", "-sSfk", "-u", host.user() + ":" + host.password()));
    command.addAll(List.of(arguments));
    command.add(
        "https://127.0.0.1:"
            + host.port()
            + "/folder/a.iso?dcPath=ha-datacenter&dsName=datastore1");
    if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
      throw new IOException("curl failed");
    }
  }

  private void parallelCalls() throws IOException, InterruptedException {
    out.printf(Locale.ROOT, "%d virtual threads, %d calls each, over TLS:%n", THREADS, CALLS);
    for (int round = 1; round <= ROUNDS; round++) {
      long start = System.nanoTime();
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
          all.add(threads.submit(this::calls));
        }
        for (Future<?> each : all) {
          each.get();
        }
      } catch (ExecutionException e) {
        throw new IOException("a call failed", e);
      }
      double millis = (System.nanoTime() - start) / 1e6;
      out.printf(
          Locale.ROOT,
          "round %d: %.0f ms, %.0f calls/s%n",
          round,
          millis,
          THREADS * CALLS / millis * 1000);
    }
  }

  private void calls() {
    for (int i = 0; i < CALLS; i++) {
      client.call(CALL);
    }
  }
}

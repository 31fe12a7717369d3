package dev.vireo.benchmarks;

import dev.vireo.simulator.FaultEffect;
import dev.vireo.simulator.FaultRule;
import dev.vireo.simulator.ServeOptions;
import dev.vireo.simulator.Simulator;
import dev.vireo.simulator.SimulatorConfig;
import dev.vireo.simulator.SimulatorServer;
import dev.vireo.vim.ClientOptions;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.file.ByteRange;
import dev.vireo.vim.file.DatastoreFile;
import dev.vireo.vim.file.DatastoreFiles;
import dev.vireo.vim.file.Download;
import dev.vireo.vim.file.TransferOptions;
import dev.vireo.vim.transport.HttpOptions;
import dev.vireo.vim.transport.HttpTransport;
import dev.vireo.vim.transport.TlsPolicy;
import dev.vireo.vim.transport.TransferBody;
import dev.vireo.vim.transport.TransferProgress;
import dev.vireo.vim.transport.TransportPipeline;
import dev.vireo.vim.transport.VimTransport;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;

/**
 * Moves a file that is larger than the heap to a simulated host and back, over HTTPS, and in this
 * process; client and host share this JVM. Its connections are cut at random places. Each byte is
 * compared. To be run with a small heap: {@code -Xmx64m}.
 */
public final class LargeTransfer {

  private static final DatastoreFile FILE =
      new DatastoreFile("ha-datacenter", "datastore1", "large/disk.vmdk");
  private static final int UPLOADS_CUT = 2;
  private static final int DOWNLOADS_CUT = 8;

  private final long size;
  private final Random random;
  private final PrintStream out;

  private LargeTransfer(long size, long seed, PrintStream out) {
    this.size = size;
    this.random = new Random(seed);
    this.out = out;
  }

  /**
   * Moves the file.
   *
   * @param args size in MiB, 2048 unless given; seed of the random places
   * @throws IOException if it does not come back as it was
   */
  public static void main(String[] args) throws IOException {
    long mebibytes = args.length > 0 ? Long.parseLong(args[0]) : 2048;
    long seed = args.length > 1 ? Long.parseLong(args[1]) : System.nanoTime();
    System.out.printf(
        Locale.ROOT,
        "%,d MiB each way, seed %d, heap of at most %d MiB%n",
        mebibytes,
        seed,
        Runtime.getRuntime().maxMemory() >> 20);
    new LargeTransfer(mebibytes << 20, seed, System.out).run();
  }

  private void run() throws IOException {
    SimulatorConfig config =
        SimulatorConfig.esx80().toBuilder().maxUploadBytes(size).uploadSpace(4 * size).build();
    try (Simulator host = Simulator.start(config);
        SimulatorServer server = host.serve(ServeOptions.https())) {
      HttpOptions options =
          HttpOptions.https("127.0.0.1", server.port()).withTls(TlsPolicy.noVerify());
      bothWays("over HTTPS", host, new HttpTransport(options));
      bothWays("in process", host, host.transport());
    }
  }

  private void bothWays(String way, Simulator host, VimTransport wire) throws IOException {
    VimTransport transport = TransportPipeline.over(wire, null, key -> false);
    try (VimClient client = VimClient.connect(transport, ClientOptions.DEFAULT)) {
      client.login(host.config().userName(), host.config().password());
      DatastoreFiles files = new DatastoreFiles(client);
      MadeContent content = new MadeContent(random.nextLong(), size);
      upload(way, host, files, content);
      download(way, host, files, content);
    }
  }

  private void upload(String way, Simulator host, DatastoreFiles files, MadeContent content)
      throws IOException {
    host.faults().clear();
    for (int i = 0; i < UPLOADS_CUT; i++) {
      cut(host, i, "PUT /folder", new FaultEffect.CutRequest(random.nextLong(size)));
    }
    Moved moved = new Moved();
    long before = host.requests().count("PUT /folder");
    files.write(
        FILE, TransferBody.of(content::open, size), TransferOptions.DEFAULT.withProgress(moved));
    moved.print(way, "upload", host.requests().count("PUT /folder") - before);
  }

  private void download(String way, Simulator host, DatastoreFiles files, MadeContent content)
      throws IOException {
    for (int i = 0; i < DOWNLOADS_CUT; i++) {
      cut(
          host,
          i,
          "GET /folder",
          new FaultEffect.CutConnection(1 + random.nextLong(size / DOWNLOADS_CUT)));
    }
    Moved moved = new Moved();
    long before = host.requests().count("GET /folder");
    MadeContent.Check check = content.check();
    try (Download download =
        Objects.requireNonNull(
            files.open(FILE, ByteRange.ALL, TransferOptions.DEFAULT.withProgress(moved)))) {
      download.transferTo(check);
    }
    check.finish();
    moved.print(way, "download", host.requests().count("GET /folder") - before);
  }

  private static void cut(Simulator host, int skip, String operation, FaultEffect effect) {
    host.faults().add(FaultRule.on(operation, effect).after(skip).times(1));
  }

  /** Counts all bytes that have moved, and watches the heap. */
  private final class Moved implements TransferProgress {

    private final long start = System.nanoTime();
    private long last;
    private long all;
    private long heap;

    @Override
    public void moved(long bytes, long total) {
      all += Math.max(0, bytes - last);
      last = bytes;
      Runtime runtime = Runtime.getRuntime();
      heap = Math.max(heap, runtime.totalMemory() - runtime.freeMemory());
    }

    void print(String way, String what, long requests) {
      double seconds = (System.nanoTime() - start) / 1e9;
      out.printf(
          Locale.ROOT,
          "%s, %s: whole and the same after %d requests; %,d MiB moved, %.0f MiB/s, heap %d MiB%n",
          what,
          way,
          requests,
          all >> 20,
          (all >> 20) / seconds,
          heap >> 20);
    }
  }
}

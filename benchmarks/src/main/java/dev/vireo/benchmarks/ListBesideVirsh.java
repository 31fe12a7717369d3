package dev.vireo.benchmarks;

import dev.vireo.simulator.ServeOptions;
import dev.vireo.simulator.Simulator;
import dev.vireo.simulator.SimulatorConfig;
import dev.vireo.simulator.SimulatorServer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Runs {@code list --all} by vireo and by C virsh against one simulated ESX host over TLS, for
 * several numbers of virtual machines and delays per request, and prints a table of both.
 */
public final class ListBesideVirsh {
  private static final int RUNS = 9;
  private static final Duration LONG = Duration.ofSeconds(4);

  private final String vireo;
  private final String virsh;
  private final Path folder;
  private final PrintStream out;

  private ListBesideVirsh(String vireo, String virsh, Path folder, PrintStream out) {
    this.vireo = vireo;
    this.virsh = virsh;
    this.folder = folder;
    this.out = out;
  }

  /**
   * Runs all and prints the table.
   *
   * @param args the paths of vireo's launcher and of virsh
   * @throws IOException if a program cannot be run or fails
   * @throws InterruptedException if interrupted
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    try (TemporaryFolder folder = TemporaryFolder.create()) {
      new ListBesideVirsh(args[0], args[1], folder.path(), System.out).run();
    }
  }

  private void run() throws IOException, InterruptedException {
    if (!MeasuredProgram.accountsForCpuAndMemory()) {
      out.println("GNU time is not installed: no processor time and memory (apt-get install time)");
    }
    out.println(
        "| VMs | ms per request | program | wall ms | CPU ms | peak MiB | requests | wall |");
    out.println("|--:|--:|---|--:|--:|--:|--:|---|");
    for (int vms : new int[] {1, 100, 1000}) {
      for (int millis : new int[] {0, 10}) {
        compare(vms, Duration.ofMillis(millis));
      }
    }
    compare(10_000, Duration.ZERO);
  }

  private void compare(int vms, Duration latency) throws IOException, InterruptedException {
    SimulatorConfig config =
        SimulatorConfig.esx80().toBuilder()
            .vms(vms)
            .latency(latency)
            .userName(Credentials.BENCHMARK.user())
            .password(Credentials.BENCHMARK.password().toCharArray())
            .build();
    try (Simulator simulator = Simulator.start(config);
        SimulatorServer server = simulator.serve(ServeOptions.https())) {
      // The runs of the two take turns, so that a slower spell of the machine meets both.
      MeasuredProgram ours = listing(vireo, server.port());
      MeasuredProgram theirs = listing(virsh, server.port());
      measure(ours, simulator, vms);
      Measurement first = measure(theirs, simulator, vms);
      boolean once = first.wall().compareTo(LONG) > 0;
      List<Measurement> ourRuns = new ArrayList<>();
      List<Measurement> theirRuns = new ArrayList<>();
      for (int run = 0; run < RUNS; run++) {
        ourRuns.add(measure(ours, simulator, vms));
        theirRuns.add(once ? first : measure(theirs, simulator, vms));
      }
      print(vms, latency, Measurement.median(ourRuns), Measurement.median(theirRuns));
    }
  }

  private MeasuredProgram listing(String program, int port) throws IOException {
    return new MeasuredProgram(
        List.of(program, "-c", Credentials.BENCHMARK.uri(port), "list", "--all"),
        Credentials.BENCHMARK.environment(folder),
        folder);
  }

  private static Measurement measure(MeasuredProgram program, Simulator simulator, int vms)
      throws IOException, InterruptedException {
    simulator.requests().reset();
    // Two lines of heading and an empty one at the end.
    Measurement cost = program.run(vms + 3L);
    return new Measurement(
        cost.wall(), cost.cpuMillis(), cost.peakKib(), simulator.requests().total());
  }

  private void print(int vms, Duration latency, Measurement ours, Measurement theirs) {
    double ratio = (double) theirs.wall().toNanos() / ours.wall().toNanos();
    String verdict =
        ratio >= 1
            ? "**%.1f times as fast**".formatted(ratio)
            : "%.1f times virsh's time".formatted(1 / ratio);
    out.println(row(vms, latency, "vireo", ours, verdict));
    out.println(row(vms, latency, "virsh", theirs, ""));
    out.flush();
  }

  private static String row(
      int vms, Duration latency, String program, Measurement cost, String verdict) {
    return String.format(
        Locale.ROOT,
        "| %,d | %d | %s | %,d | %s | %s | %,d | %s |",
        vms,
        latency.toMillis(),
        program,
        cost.wall().toMillis(),
        cost.cpuMillis() < 0 ? "-" : String.format(Locale.ROOT, "%,d", cost.cpuMillis()),
        cost.peakKib() < 0 ? "-" : Long.toString(cost.peakKib() / 1024),
        cost.requests(),
        verdict);
  }
}

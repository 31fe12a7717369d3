package dev.vireo.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Has clients read four properties of one machine each, over TLS with connections that are kept,
 * from `vireo simulator` and from govmomi's vcsim, and prints a table of both.
 */
public final class SimulatorBesideVcsim {
  private static final int WARM_UPS = 12;
  private static final int ROUNDS = 9;
  private static final int MACHINES = 8;

  private final String vireo;
  private final String vcsim;
  private final PrintStream out;

  private SimulatorBesideVcsim(String vireo, String vcsim, PrintStream out) {
    this.vireo = vireo;
    this.vcsim = vcsim;
    this.out = out;
  }

  /**
   * Runs all and prints the table.
   *
   * @param args the paths of vireo's launcher and of vcsim
   * @throws IOException if a program cannot be run or fails
   * @throws InterruptedException if interrupted
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    new SimulatorBesideVcsim(args[0], args[1], System.out).run();
  }

  private void run() throws IOException, InterruptedException {
    try (SimulatorProcess ours = SimulatorProcess.vireo(vireo, MACHINES);
        SimulatorProcess theirs = SimulatorProcess.vcsim(vcsim, MACHINES)) {
      out.println(
          "| clients | simulator | requests/s | p50 ms | p95 ms | CPU us | RSS MiB | requests/s |");
      out.println("|--:|---|--:|--:|--:|--:|--:|---|");
      for (int clients : new int[] {1, 8}) {
        compare(clients, ours, theirs);
      }
    }
  }

  private void compare(int clients, SimulatorProcess ours, SimulatorProcess theirs)
      throws IOException, InterruptedException {
    try (ReadingClients atOurs = ReadingClients.logIn(ours, clients);
        ReadingClients atTheirs = ReadingClients.logIn(theirs, clients)) {
      for (int round = 0; round < WARM_UPS; round++) {
        atOurs.round();
        atTheirs.round();
      }
      // The two take turns, so that a slower spell of the machine meets both.
      List<ReadingClients.Pace> ourRounds = new ArrayList<>();
      List<ReadingClients.Pace> theirRounds = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        ourRounds.add(atOurs.round());
        theirRounds.add(atTheirs.round());
      }
      print(clients, ours, theirs, ourRounds, theirRounds);
    }
  }

  private void print(
      int clients,
      SimulatorProcess ours,
      SimulatorProcess theirs,
      List<ReadingClients.Pace> ourRounds,
      List<ReadingClients.Pace> theirRounds)
      throws IOException {
    ReadingClients.Pace our = ReadingClients.Pace.median(ourRounds);
    ReadingClients.Pace their = ReadingClients.Pace.median(theirRounds);
    double ratio = our.perSecond() / their.perSecond();
    String verdict =
        ratio >= 1
            ? String.format(Locale.ROOT, "**%.1f times vcsim's**", ratio)
            : String.format(Locale.ROOT, "%.2f of vcsim's", ratio);
    out.println(row(clients, "vireo simulator", our, ours.residentKib(), verdict));
    out.println(row(clients, "vcsim", their, theirs.residentKib(), ""));
    out.flush();
  }

  private static String row(
      int clients, String name, ReadingClients.Pace pace, long residentKib, String verdict) {
    return String.format(
        Locale.ROOT,
        "| %d | %s | %,.0f | %.2f | %.2f | %.0f | %s | %s |",
        clients,
        name,
        pace.perSecond(),
        pace.medianMillis(),
        pace.p95Millis(),
        pace.cpuMicros(),
        residentKib < 0 ? "-" : Long.toString(residentKib / 1024),
        verdict);
  }
}

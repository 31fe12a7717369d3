package dev.vireo.benchmarks;

import dev.vireo.simulator.ServeLimits;
import dev.vireo.simulator.ServeOptions;
import dev.vireo.simulator.Simulator;
import dev.vireo.simulator.SimulatorConfig;
import dev.vireo.simulator.SimulatorServer;
import java.io.IOException;
import java.time.Duration;

/** A simulated host for large files in a process of its own, which ends with its standard input. */
public final class TransferHost {

  private TransferHost() {}

  /**
   * Serves, and prints the address.
   *
   * @param args the largest file in bytes
   * @throws IOException if standard input cannot be read
   */
  public static void main(String[] args) throws IOException {
    long size = Long.parseLong(args[0]);
    SimulatorConfig config =
        SimulatorConfig.esx80().toBuilder().maxUploadBytes(size).uploadSpace(4 * size).build();
    try (Simulator host = Simulator.start(config);
        SimulatorServer server = host.serve(ServeOptions.https().withLimits(patient()))) {
      System.out.println("Address: " + server.uri());
      while (System.in.read() >= 0) {
        // only its end has a meaning
      }
    }
  }

  /** On a busy machine many handshakes at once take their time. */
  private static ServeLimits patient() {
    return ServeLimits.DEFAULT.withHeadTime(Duration.ofMinutes(5));
  }
}

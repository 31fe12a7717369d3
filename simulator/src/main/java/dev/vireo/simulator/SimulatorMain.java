package dev.vireo.simulator;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;

/**
 * Serves a simulated host until its standard input ends: arguments are the preset, the number of
 * machines and the milliseconds added to each request, all optional.
 */
public final class SimulatorMain {

  private SimulatorMain() {}

  /**
   * Prints the address, the user and the password in three lines when the host is ready.
   *
   * @param args preset, number of machines, latency
   */
  @SuppressWarnings("SystemOut") // this is a program
  public static void main(String[] args) throws IOException {
    SimulatorConfig.Builder builder =
        SimulatorConfig.of(Preset.of(args.length > 0 ? args[0] : "esx80")).toBuilder();
    if (args.length > 1) {
      builder.vms(Integer.parseInt(args[1]));
    }
    if (args.length > 2) {
      builder.latency(Duration.ofMillis(Long.parseLong(args[2])));
    }
    PrintStream out = System.out;
    try (Simulator simulator = Simulator.start(builder.build());
        SimulatorServer server = simulator.serve(ServeOptions.https())) {
      out.println(server.uri());
      out.println(simulator.config().userName());
      out.println(new String(simulator.config().password()));
      out.flush();
      while (System.in.read() >= 0) {
        Thread.onSpinWait();
      }
      simulator.requests().byOperation().forEach((name, count) -> out.println(count + " " + name));
    }
  }
}

package dev.vireo.cli.internal;

import dev.vireo.cli.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A simulated host in a process of its own, so that its classes do not count as those that a
 * command needs. It ends with its standard input.
 */
final class SimulatorProcess implements AutoCloseable {
  private final Process process;
  private final Map<String, String> facts = new HashMap<>();

  private SimulatorProcess(Process process) {
    this.process = process;
  }

  static SimulatorProcess start(int vms) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    ProcessBuilder builder =
        new ProcessBuilder(
            java.toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "simulator",
            "--until-eof",
            "--vms",
            Integer.toString(vms));
    SimulatorProcess simulator =
        new SimulatorProcess(builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
    simulator.readFacts();
    return simulator;
  }

  /** What it prints when it is ready: lines of a name, a colon and a value, the address last. */
  private void readFacts() throws IOException {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    while (!facts.containsKey("Address")) {
      String line = out.readLine();
      if (line == null) {
        throw new IOException("the simulator did not start");
      }
      int colon = line.indexOf(':');
      if (colon > 0) {
        facts.put(line.substring(0, colon), line.substring(colon + 1).strip());
      }
    }
  }

  /** One of {@code URI}, {@code User}, {@code Password}, {@code Fingerprint}, {@code Address}. */
  String fact(String name) {
    String value = facts.get(name);
    if (value == null) {
      throw new IllegalStateException("the simulator did not print its " + name);
    }
    return value;
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
    }
  }
}

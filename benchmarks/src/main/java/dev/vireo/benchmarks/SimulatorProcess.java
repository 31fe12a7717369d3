package dev.vireo.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A simulated ESX host in a process of its own, which ends with its standard input.
 *
 * @param process the process
 * @param port where it serves HTTPS
 * @param user the user that may log in
 * @param password the user's password
 */
record SimulatorProcess(Process process, int port, String user, String password)
    implements AutoCloseable {

  private static final long STOP_SECONDS = 10;

  /** Starts `vireo simulator`. */
  static SimulatorProcess vireo(String launcher, int machines) throws IOException {
    Process process =
        start(List.of(launcher, "simulator", "--vms", Integer.toString(machines), "--until-eof"));
    return serving(process, "Address:", "root", "vireo");
  }

  /** Starts vcsim. */
  static SimulatorProcess vcsim(String program, int machines) throws IOException {
    Process process = start(List.of(program, "-esx", "-vm", Integer.toString(machines)));
    return serving(process, "https://", "root", "secret");
  }

  /** Starts a host for files of a size, with the class path and the Java of this process. */
  static SimulatorProcess transferHost(long largest) throws IOException {
    Process process =
        start(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                TransferHost.class.getName(),
                Long.toString(largest)));
    return serving(process, "Address:", "root", "vireo");
  }

  private static Process start(List<String> command) throws IOException {
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** Reads what it prints up to the line with its address. */
  private static SimulatorProcess serving(
      Process process, String mark, String user, String password) throws IOException {
    boolean ready = false;
    try {
      BufferedReader reader = process.inputReader();
      @Nullable String line = reader.readLine();
      while (line != null && !line.startsWith(mark)) {
        line = reader.readLine();
      }
      if (line == null) {
        throw new IOException("the simulator ended before it was ready");
      }
      URI address = URI.create(line.substring(line.indexOf("https://")));
      ready = true;
      return new SimulatorProcess(process, address.getPort(), user, password);
    } finally {
      if (!ready) {
        process.destroyForcibly();
      }
    }
  }

  /** The processor time that it has taken. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Its resident memory in KiB; -1 when unknown. */
  long residentKib() throws IOException {
    Path status = Path.of("/proc/" + process.pid() + "/status");
    if (!Files.exists(status)) {
      return -1;
    }
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
    return -1;
  }

  @Override
  public void close() throws IOException {
    process.outputWriter().close();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}

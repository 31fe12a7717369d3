package dev.vireo.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs a program and accounts for it, by GNU time where that is installed.
 *
 * @param command the program and its arguments
 * @param environment environment variables added to this process's own
 * @param folder where its output goes
 */
record MeasuredProgram(List<String> command, Map<String, String> environment, Path folder) {
  private static final Path GNU_TIME = Path.of("/usr/bin/time");
  private static final String ACCOUNT = "account";
  private static final String STDOUT = "stdout";
  private static final String STDERR = "stderr";
  private static final Duration LIMIT = Duration.ofMinutes(5);

  /** Copies. */
  MeasuredProgram {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /** Tells whether processor time and memory can be measured on this machine. */
  static boolean accountsForCpuAndMemory() {
    return Files.isExecutable(GNU_TIME);
  }

  /**
   * Runs the program to its end.
   *
   * @param expectedLines the lines it must print, so that a failed run is not taken for a fast one
   * @return its cost, without the requests
   */
  Measurement run(long expectedLines) throws IOException, InterruptedException {
    Duration wall = execute();
    long lines = stdout().lines().count();
    if (lines != expectedLines) {
      throw failure("it printed %d lines instead of %d".formatted(lines, expectedLines));
    }
    return accounted(wall, folder.resolve(ACCOUNT));
  }

  /**
   * Runs the program to its end.
   *
   * @return what it printed, with one character for each byte
   */
  String output() throws IOException, InterruptedException {
    execute();
    return stdout();
  }

  private String stdout() throws IOException {
    return Files.readString(folder.resolve(STDOUT), StandardCharsets.ISO_8859_1);
  }

  private IOException failure(String problem) throws IOException {
    return new IOException(
        command.get(0)
            + ": "
            + problem
            + ": "
            + Files.readString(folder.resolve(STDERR), StandardCharsets.ISO_8859_1));
  }

  private Duration execute() throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    if (accountsForCpuAndMemory()) {
      line.addAll(
          List.of(GNU_TIME.toString(), "-f", "%U %S %M", "-o", folder.resolve(ACCOUNT).toString()));
    }
    line.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(folder.resolve(STDOUT).toFile())
            .redirectError(folder.resolve(STDERR).toFile());
    builder.environment().putAll(environment);

    long start = System.nanoTime();
    Process process = builder.start();
    boolean ended;
    try {
      ended = process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    Duration wall = Duration.ofNanos(System.nanoTime() - start);

    if (!ended || process.exitValue() != 0) {
      throw failure(ended ? "exit code " + process.exitValue() : "it did not end");
    }
    return wall;
  }

  private static Measurement accounted(Duration wall, Path account) throws IOException {
    if (!accountsForCpuAndMemory()) {
      return new Measurement(wall, -1, -1, 0);
    }
    String[] words = Files.readString(account).strip().split(" ");
    double seconds = Double.parseDouble(words[0]) + Double.parseDouble(words[1]);
    return new Measurement(wall, Math.round(seconds * 1000), Long.parseLong(words[2]), 0);
  }
}

package dev.vireo.benchmarks;

import java.io.IOException;
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
    Path account = folder.resolve("account");
    Path stdout = folder.resolve("stdout");
    Path stderr = folder.resolve("stderr");
    List<String> line = new ArrayList<>();
    if (accountsForCpuAndMemory()) {
      line.addAll(List.of(GNU_TIME.toString(), "-f", "%U %S %M", "-o", account.toString()));
    }
    line.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(line).redirectOutput(stdout.toFile()).redirectError(stderr.toFile());
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

    long lines;
    try (var text = Files.lines(stdout)) {
      lines = text.count();
    }
    if (!ended || process.exitValue() != 0 || lines != expectedLines) {
      throw new IOException(
          "%s printed %d lines instead of %d: %s"
              .formatted(command, lines, expectedLines, Files.readString(stderr)));
    }
    return accounted(wall, account);
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

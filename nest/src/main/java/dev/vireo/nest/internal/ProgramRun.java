package dev.vireo.nest.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A program that ran to its end.
 *
 * @param exitCode its exit code
 * @param stdout what it printed
 * @param stderr what it complained about
 */
public record ProgramRun(int exitCode, String stdout, String stderr) {

  /**
   * Runs a program without a shell, with nothing on its standard input and messages in English.
   *
   * @param command the program and its arguments
   * @param limit when to give up; the program is killed then
   * @throws IOException if it cannot be started, for one because it is not installed
   * @throws TimeoutException if it takes longer; the message names the program and the limit
   * @throws InterruptedException if the thread is interrupted; the program is killed then, or was
   *     not started
   */
  public static ProgramRun of(List<String> command, Duration limit)
      throws IOException, InterruptedException, TimeoutException {
    if (Thread.interrupted()) {
      // A program that ends at once would go unnoticed.
      throw new InterruptedException();
    }
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("LC_ALL", "C");
    Process process = RunningPrograms.start(builder);
    try {
      process.getOutputStream().close();
      CompletableFuture<String> out = reading(process.getInputStream());
      CompletableFuture<String> err = reading(process.getErrorStream());
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new TimeoutException(
            "'%s' gave no answer within %d seconds"
                .formatted(String.join(" ", command), limit.toSeconds()));
      }
      return new ProgramRun(process.exitValue(), out.join(), err.join());
    } finally {
      // What it asked others for is asked for by now, or never.
      RunningPrograms.end(process);
    }
  }

  private static CompletableFuture<String> reading(InputStream stream) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        command -> Thread.ofVirtual().start(command));
  }
}

package dev.vireo.nest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A program that ran to its end.
 *
 * @param exitCode its exit code
 * @param stdout what it printed
 * @param stderr what it complained about
 */
record ProgramRun(int exitCode, String stdout, String stderr) {

  /**
   * Runs a program without a shell, with nothing on its standard input and messages in English.
   *
   * @param command the program and its arguments
   * @param limit when to give up; the program is killed then
   * @throws IOException if it cannot be started, for one because it is not installed
   * @throws VirtualizationException if it takes longer, or the thread is interrupted
   */
  static ProgramRun of(List<String> command, Duration limit) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      CompletableFuture<String> out = reading(process.getInputStream());
      CompletableFuture<String> err = reading(process.getErrorStream());
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new VirtualizationException(
            VirtualizationException.Kind.TIMED_OUT,
            "'%s' gave no answer within %d seconds: look whether libvirt's daemon hangs"
                .formatted(String.join(" ", command), limit.toSeconds()),
            "");
      }
      return new ProgramRun(process.exitValue(), out.join(), err.join());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new VirtualizationException(
          VirtualizationException.Kind.INTERRUPTED,
          "interrupted while '%s' ran".formatted(String.join(" ", command)),
          e);
    } finally {
      process.destroyForcibly();
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

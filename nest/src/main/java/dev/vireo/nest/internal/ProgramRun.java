package dev.vireo.nest.internal;

import dev.vireo.nest.libvirt.VirtualizationException;
import dev.vireo.nest.libvirt.VirtualizationException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
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

  // The document of a domain takes some kilobytes, a list of ten thousand domains some hundred.
  private static final int MOST_BYTES = 16 << 20;

  /** A program has printed more than is read. */
  private static final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Runs a program without a shell, with nothing on its standard input and messages in English.
   *
   * @param command the program and its arguments
   * @param limit when to give up; the program is killed then
   * @throws IOException if it cannot be started, for one because it is not installed
   * @throws TimeoutException if it takes longer; the message names the program and the limit
   * @throws InterruptedException if the thread is interrupted; the program is killed then, or was
   *     not started
   * @throws VirtualizationException if it prints more than 16 MiB, or than a small heap holds; the
   *     program is killed then
   */
  public static ProgramRun of(List<String> command, Duration limit)
      throws IOException, InterruptedException, TimeoutException {
    if (Thread.interrupted()) {
      // A program that ends at once would go unnoticed.
      throw new InterruptedException();
    }
    long end = System.nanoTime() + limit.toNanos();
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("LC_ALL", "C");
    Process process = RunningPrograms.start(builder);
    try {
      process.getOutputStream().close();
      CompletableFuture<String> out = reading(process, process.getInputStream());
      CompletableFuture<String> err = reading(process, process.getErrorStream());
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new TimeoutException();
      }
      // What it started may go on, and hold its output open.
      long left = Math.max(end - System.nanoTime(), TimeUnit.SECONDS.toNanos(1));
      CompletableFuture.anyOf(CompletableFuture.allOf(out, err), failing(out), failing(err))
          .get(left, TimeUnit.NANOSECONDS);
      return new ProgramRun(process.exitValue(), out.join(), err.join());
    } catch (TimeoutException e) {
      TimeoutException told =
          new TimeoutException(
              "'%s' gave no answer within %d seconds"
                  .formatted(BoundedText.of(String.join(" ", command)), limit.toSeconds()));
      told.initCause(e);
      throw told;
    } catch (ExecutionException e) {
      throw unread(command, e);
    } finally {
      // What it asked others for is asked for by now, or never.
      RunningPrograms.end(process);
    }
  }

  /** Fails when the reading does, and does nothing else. */
  private static CompletableFuture<Object> failing(CompletableFuture<String> reading) {
    return reading.thenCompose(text -> new CompletableFuture<>());
  }

  private static VirtualizationException unread(List<String> command, Throwable reason) {
    Throwable cause = reason;
    while (cause.getCause() != null && !(cause instanceof TooMuch)) {
      cause = cause.getCause();
    }
    String why =
        cause instanceof TooMuch
            ? "printed more than " + HeapShare.text(HeapShare.bytes(MOST_BYTES))
            : "cannot be listened to: " + cause;
    return new VirtualizationException(
        Kind.REFUSED, "'%s' %s".formatted(command.getFirst(), why), cause);
  }

  private static CompletableFuture<String> reading(Process process, InputStream stream) {
    int most = HeapShare.bytes(MOST_BYTES);
    return CompletableFuture.supplyAsync(
        () -> {
          try (stream) {
            byte[] bytes = stream.readNBytes(most + 1);
            if (bytes.length > most) {
              process.destroyForcibly();
              throw new TooMuch();
            }
            return new String(bytes, StandardCharsets.UTF_8);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        command -> Thread.ofVirtual().start(command));
  }
}

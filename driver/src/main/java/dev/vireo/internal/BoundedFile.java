package dev.vireo.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads small files of users, and never more than a bound nor longer than a while: a device may
 * have no end, and a pipe nobody who writes to it.
 */
public final class BoundedFile {

  /** The largest file that is read: far more than anybody writes by hand. */
  public static final int MAX_BYTES = 1 << 20;

  /** How long whoever writes to a pipe may take. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private BoundedFile() {}

  /**
   * All bytes of a file, or of a pipe that is written to its end within ten seconds.
   *
   * @throws IOException when it cannot be read, is too large or takes too long
   */
  public static byte[] read(Path file) throws IOException {
    return read(file, PATIENCE);
  }

  static byte[] read(Path file, Duration patience) throws IOException {
    boolean waits = Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
    return waits ? readWithin(file, patience) : readNow(file);
  }

  private static byte[] readNow(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        Arrays.fill(bytes, (byte) 0);
        throw new TooLarge(file);
      }
      return bytes;
    }
  }

  /** Opening a pipe waits for a writer, and nothing ends that: a thread of its own has to wait. */
  private static byte[] readWithin(Path file, Duration patience) throws IOException {
    FutureTask<byte[]> reading = new FutureTask<>(() -> readNow(file));
    Thread.ofPlatform().daemon().name("vireo-file-reader").start(reading);
    try {
      return reading.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new Silent(file, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      InterruptedIOException interrupted = new InterruptedIOException(file + " was not waited for");
      interrupted.initCause(e);
      throw interrupted;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException failure
          ? failure
          : new IOException(file + " cannot be read", e);
    } finally {
      reading.cancel(true);
    }
  }

  /** Why {@link #read} failed, as a phrase without the file's name. */
  public static String reason(Path file, IOException failure) {
    return switch (failure) {
      case NoSuchFileException e -> "no such file";
      case AccessDeniedException e -> "no permission";
      case TooLarge e -> "it is larger than 1 MiB";
      case Silent e -> "nobody has written to it to its end within 10 seconds";
      case InterruptedIOException e -> "interrupted";
      default -> {
        if (Files.isDirectory(file)) {
          yield "it is a directory";
        }
        yield Files.exists(file) ? "it cannot be read" : "no such file";
      }
    };
  }

  /** The file is too large. */
  private static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    TooLarge(Path file) {
      super(file + " is larger than " + MAX_BYTES + " bytes");
    }
  }

  /** A pipe whose writer does not come, or not to the end. */
  private static final class Silent extends IOException {
    private static final long serialVersionUID = 1L;

    Silent(Path file, TimeoutException cause) {
      super(file + " has no end", cause);
    }
  }
}

package dev.vireo.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads small files of users, and never more than a bound: a device may have no end. */
public final class BoundedFile {

  /** The largest file that is read: far more than anybody writes by hand. */
  public static final int MAX_BYTES = 1 << 20;

  private BoundedFile() {}

  /**
   * All bytes of a file.
   *
   * @throws IOException when it cannot be read or is too large
   */
  public static byte[] read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        Arrays.fill(bytes, (byte) 0);
        throw new TooLarge(file);
      }
      return bytes;
    }
  }

  /** Why {@link #read} failed, as a phrase without the file's name. */
  public static String reason(Path file, IOException failure) {
    if (failure instanceof NoSuchFileException) {
      return "no such file";
    }
    if (failure instanceof AccessDeniedException) {
      return "no permission";
    }
    if (failure instanceof TooLarge) {
      return "it is larger than 1 MiB";
    }
    if (Files.isDirectory(file)) {
      return "it is a directory";
    }
    return Files.exists(file) ? "it cannot be read" : "no such file";
  }

  /** The file is too large. */
  private static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    TooLarge(Path file) {
      super(file + " is larger than " + MAX_BYTES + " bytes");
    }
  }
}

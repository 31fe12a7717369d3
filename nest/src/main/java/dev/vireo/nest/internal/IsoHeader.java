package dev.vireo.nest.internal;

import dev.vireo.nest.NestException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What the primary volume descriptor of a CD-ROM says (ECMA-119, 8.4).
 *
 * @param volumeId name of the volume, without the blanks at its end
 */
public record IsoHeader(String volumeId) {

  private static final long DESCRIPTOR_AT = 16 * 2048L;
  private static final byte[] MAGIC = "\u0001CD001".getBytes(StandardCharsets.US_ASCII);
  private static final int VOLUME_ID_AT = 40;
  private static final int VOLUME_ID_LENGTH = 32;

  // S_IFMT and S_IFBLK of POSIX's sys/stat.h
  private static final int FILE_TYPE = 0xF000;
  private static final int BLOCK_DEVICE = 0x6000;

  /**
   * Reads the descriptor.
   *
   * @throws NestException if the file is not there, may not be read, or is no ISO image
   */
  public static IsoHeader read(Path iso) {
    if (Files.isDirectory(iso)) {
      throw new NestException("%s is a directory".formatted(iso))
          .withHint("give the ISO file of the installer");
    }
    if (!Files.exists(iso)) {
      throw new NestException("there is no ISO %s".formatted(iso))
          .withHint("get ESXi's installer from its maker, it cannot be had here");
    }
    if (!hasContent(iso)) {
      throw new NestException("%s is neither a file nor a disc".formatted(iso))
          .withHint("give the ISO file of the installer");
    }
    byte[] descriptor = new byte[VOLUME_ID_AT + VOLUME_ID_LENGTH];
    try (RandomAccessFile file = new RandomAccessFile(iso.toFile(), "r")) {
      if (file.length() >= DESCRIPTOR_AT + descriptor.length) {
        file.seek(DESCRIPTOR_AT);
        file.readFully(descriptor);
      }
    } catch (IOException e) {
      throw new NestException("the ISO %s cannot be read: %s".formatted(iso, e.getMessage()), e);
    }
    if (!Arrays.equals(descriptor, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new NestException("%s is not an ISO image: it has no volume descriptor".formatted(iso))
          .withHint("was it downloaded completely?");
    }
    return new IsoHeader(
        new String(descriptor, VOLUME_ID_AT, VOLUME_ID_LENGTH, StandardCharsets.ISO_8859_1)
            .stripTrailing());
  }

  /** Whether it is a file or a drive; whoever opens a pipe waits for another to write. */
  private static boolean hasContent(Path iso) {
    try {
      if (Files.isRegularFile(iso)) {
        return true;
      }
      int type = (Integer) Files.getAttribute(iso, "unix:mode") & FILE_TYPE;
      return type == BLOCK_DEVICE;
    } catch (IOException | UnsupportedOperationException e) {
      // Opening it says why.
      return true;
    }
  }
}

package dev.vireo.nest.internal.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The first sector of a disk. Disks that boot end it with a mark, under UEFI too: the partition
 * table that such disks have comes after one of the old kind (UEFI Specification, 5.2.3).
 */
final class BootSector {
  private static final int SIZE = 512;

  private BootSector() {}

  /**
   * Whether a disk is without the mark; false for one that this user may not read.
   *
   * @param image a file or a block device
   */
  static boolean isMissing(Path image) {
    try (InputStream stream = Files.newInputStream(image)) {
      byte[] sector = stream.readNBytes(SIZE);
      return sector.length < SIZE
          || sector[SIZE - 2] != (byte) 0x55
          || sector[SIZE - 1] != (byte) 0xAA;
    } catch (IOException e) {
      return false;
    }
  }
}

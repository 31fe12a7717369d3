package dev.vireo.nest;

import dev.vireo.nest.internal.check.TableCheck;
import dev.vireo.spi.UndoLog;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/** Makes the image files of disks. */
final class DiskImages {

  private DiskImages() {}

  /** Makes a sparse file that only its owner may read; libvirt gives it to QEMU's user. */
  static void make(LabDisk.NewImage image, UndoLog undo) {
    Path path = image.path();
    try {
      Files.createFile(
          path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      undo.add("disk " + path, () -> Files.deleteIfExists(path));
      try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
        file.setLength(image.size().bytes());
      }
    } catch (FileAlreadyExistsException e) {
      throw new NestException("%s is there already, and nothing is overwritten".formatted(path), e);
    } catch (FileSystemException e) {
      // Its message would name the path once more.
      throw notMade(image, Objects.requireNonNullElse(e.getReason(), e.toString()), e);
    } catch (IOException e) {
      throw notMade(image, Objects.requireNonNullElse(e.getMessage(), e.toString()), e);
    }
  }

  private static NestException notMade(LabDisk.NewImage image, String reason, IOException cause) {
    return new NestException(
        "the disk %s of %s cannot be made: %s"
            .formatted(image.path(), TableCheck.text(image.size()), reason),
        cause);
  }
}

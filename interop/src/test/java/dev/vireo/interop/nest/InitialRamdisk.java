package dev.vireo.interop.nest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A file system for a Linux kernel to start with, as a cpio archive of the "newc" format, not
 * compressed (Linux: Documentation/driver-api/early-userspace/buffer-format.rst). All belongs to
 * root, and every folder must be added before what is in it.
 */
final class InitialRamdisk {

  private static final int DIRECTORY = 0040755;
  private static final int PROGRAM = 0100755;
  private static final int CHARACTER_DEVICE = 0020600;
  private static final int ALIGNMENT = 4;

  private final ByteArrayOutputStream archive = new ByteArrayOutputStream();
  private int inode;

  /** Adds a folder. */
  InitialRamdisk folder(String path) throws IOException {
    return entry(path, DIRECTORY, 0, 0, new byte[0]);
  }

  /** Adds a file that can be run. */
  InitialRamdisk program(String path, byte[] content) throws IOException {
    return entry(path, PROGRAM, 0, 0, content);
  }

  /** Adds the device that the kernel opens for the first process. */
  InitialRamdisk console() throws IOException {
    return entry("dev/console", CHARACTER_DEVICE, 5, 1, new byte[0]);
  }

  /** Writes the archive, and its end. */
  void writeTo(Path file) throws IOException {
    entry("TRAILER!!!", 0, 0, 0, new byte[0]);
    try (OutputStream output = Files.newOutputStream(file)) {
      archive.writeTo(output);
    }
  }

  private InitialRamdisk entry(String path, int mode, int major, int minor, byte[] content)
      throws IOException {
    byte[] name = (path + "\0").getBytes(StandardCharsets.UTF_8);
    // inode, mode, user, group, links, time, size, device (2), the device that it is (2), name, sum
    int[] fields = {++inode, mode, 0, 0, 1, 0, content.length, 0, 0, major, minor, name.length, 0};
    StringBuilder header = new StringBuilder("070701");
    for (int field : fields) {
      header.append(String.format(Locale.ROOT, "%08X", field));
    }
    archive.write(header.toString().getBytes(StandardCharsets.US_ASCII));
    archive.write(name);
    align();
    archive.write(content);
    align();
    return this;
  }

  private void align() {
    while (archive.size() % ALIGNMENT != 0) {
      archive.write(0);
    }
  }
}

package dev.vireo.nest.internal.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Formats of disk images that are not raw, as qemu-img calls them, and what they begin with. A
 * guest would see that beginning, and not its disk.
 */
enum ImageFormat {
  // https://www.qemu.org/docs/master/interop/qcow2.html
  QCOW2("qcow2", 0, "QFI\u00fb"),
  // VMware's Virtual Disk Format 5.0: of one file, and of a text beside the data
  VMDK_SPARSE("vmdk", 0, "KDMV"),
  VMDK_DESCRIPTOR("vmdk", 0, "# Disk DescriptorFile"),
  // [MS-VHDX] 2.2.1
  VHDX("vhdx", 0, "vhdxfile"),
  // Microsoft's Virtual Hard Disk Image Format Specification; fixed disks are raw but for the end
  VHD("vpc", 0, "conectix"),
  VDI("vdi", 64, "\u007f\u0010\u00da\u00be");

  private static final int LONGEST = 128;

  private final String text;
  private final int offset;
  private final String magic;

  ImageFormat(String text, int offset, String magic) {
    this.text = text;
    this.offset = offset;
    this.magic = magic;
  }

  /** What qemu-img calls it. */
  String text() {
    return text;
  }

  /**
   * The format of a file.
   *
   * @return empty for one that is raw, as far as can be seen
   * @throws IOException if it cannot be read
   */
  static Optional<ImageFormat> of(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      String head = new String(stream.readNBytes(LONGEST), StandardCharsets.ISO_8859_1);
      return Arrays.stream(values())
          .filter(format -> head.startsWith(format.magic, format.offset))
          .findFirst();
    }
  }
}

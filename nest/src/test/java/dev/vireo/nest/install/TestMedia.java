package dev.vireo.nest.install;

import dev.vireo.nest.version.EsxiVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Small things that stand for an installer and the program that copies it. */
public final class TestMedia {

  static final String HASH =
      "$6$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJuesI68u4OTLiBFdcbYEdFCoEOfaS35inz1";

  private TestMedia() {}

  static Kickstart kickstart() {
    return Kickstart.builder(EsxiVersion.V8_0, PasswordHash.ofCrypt(HASH))
        .acceptLicenseAgreement()
        .build();
  }

  /** A file that begins as an ISO image does, and has nothing in it. */
  public static Path isoHeader(Path file, String volumeId) {
    byte[] image = new byte[20 * 2048];
    byte[] descriptor =
        "\u0001CD001\u0001\0%-32s%-32s".formatted("", volumeId).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(descriptor, 0, image, 16 * 2048, descriptor.length);
    try {
      return Files.write(file, image);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A program in the place of xorriso: finds and extracts the files of an installer, and copies as
   * the lines say, to which {@code $copy} is the copy.
   */
  static Path xorriso(Path file, String... copying) {
    String script =
        """
        #!/bin/sh
        case "$*" in
          *-find*) echo "'/BOOT.CFG'"; echo "'/EFI/BOOT/BOOT.CFG'" ;;
          *-report_el_torito*)
            echo 'El Torito boot img :   1  BIOS  y   none  0x0000  0x00      4          45'
            echo 'El Torito boot img :   2  UEFI  y   none  0x0000  0x00   2880          50' ;;
          *-extract*)
            while [ $# -gt 2 ]; do
              if [ "$1" = -extract ]; then
                printf 'kernelopt=runweasel\\nbuild=8.0.3-1\\n' >"$3"
              fi
              shift
            done ;;
          *-outdev*)
            while [ "$1" != -outdev ]; do shift; done
            copy=${2#stdio:}
        COPYING
            ;;
        esac
        """
            .replace("COPYING", String.join("\n", copying));
    try {
      Files.writeString(file, script);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> filesIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> Objects.toString(file.getFileName())).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.vireo.auth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Who may do what with files that are a user's own. Systems without POSIX modes have no others. */
final class PrivateFiles {

  /** Read and written by the owner alone. */
  static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

  /** Entered, read and written by the owner alone. */
  static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");

  private PrivateFiles() {}

  /** Whether anybody but the owner may write to a file. */
  static boolean othersMayWrite(Path file) {
    Set<PosixFilePermission> modes = modes(file);
    return modes.contains(PosixFilePermission.GROUP_WRITE)
        || modes.contains(PosixFilePermission.OTHERS_WRITE);
  }

  /** Whether anybody but the owner may read a file. */
  static boolean othersMayRead(Path file) {
    Set<PosixFilePermission> modes = modes(file);
    return modes.contains(PosixFilePermission.GROUP_READ)
        || modes.contains(PosixFilePermission.OTHERS_READ);
  }

  private static Set<PosixFilePermission> modes(Path file) {
    try {
      return Files.getPosixFilePermissions(file);
    } catch (IOException | UnsupportedOperationException e) {
      return Set.of();
    }
  }
}

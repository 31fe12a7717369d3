package dev.vireo.interop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** libvirt's auth.conf with one user for the loopback host, as both virsh and vireo read it. */
final class AuthFile {
  private AuthFile() {}

  /**
   * Writes one.
   *
   * @param file where to
   * @param user the user name
   * @param password its password
   * @return the file
   */
  static Path write(Path file, String user, String password) throws IOException {
    Files.writeString(
        file,
        """
        [credentials-interop]
        username=%s
        password=%s
        [auth-esx-127.0.0.1]
        credentials=interop
        """
            .formatted(user, password));
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }
}

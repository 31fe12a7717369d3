package dev.vireo.interop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

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
    return write(file, user, password, List.of("127.0.0.1"));
  }

  /**
   * Writes one for several hosts.
   *
   * @param file where to
   * @param user the user name
   * @param password its password
   * @param hosts the addresses of the hosts
   * @return the file
   */
  static Path write(Path file, String user, String password, List<String> hosts)
      throws IOException {
    StringBuilder text =
        new StringBuilder(
            """
            [credentials-interop]
            username=%s
            password=%s
            """
                .formatted(user, password));
    hosts.forEach(host -> text.append("[auth-esx-" + host + "]\ncredentials=interop\n"));
    Files.writeString(file, text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }
}

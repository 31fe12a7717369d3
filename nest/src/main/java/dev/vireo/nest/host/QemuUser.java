package dev.vireo.nest.host;

import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Objects;
import java.util.Set;

/**
 * The user that QEMU runs as.
 *
 * @param name its name
 * @param groups its groups
 */
public record QemuUser(String name, Set<String> groups) {
  public QemuUser {
    Objects.requireNonNull(name);
    groups = Set.copyOf(groups);
  }

  /** Whether this user may read and write a file. */
  public boolean mayUse(PosixFileAttributes file) {
    Set<PosixFilePermission> allowed = file.permissions();
    if (name.equals("root")) {
      return true;
    }
    if (name.equals(file.owner().getName())) {
      return allowed.containsAll(
          Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
    }
    if (groups.contains(file.group().getName())) {
      return allowed.containsAll(
          Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_WRITE));
    }
    return allowed.containsAll(
        Set.of(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE));
  }
}

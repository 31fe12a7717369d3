package dev.vireo.nest.internal;

import dev.vireo.nest.NestedHostSpec;
import dev.vireo.nest.check.Objection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files of a wanted host and what each is for. None can be two things at once. */
public final class FileRoles {

  private record Role(String name, Path file) {}

  private final List<Role> roles = new ArrayList<>();

  private FileRoles() {}

  /** The files of a host. */
  public static FileRoles of(NestedHostSpec spec) {
    return new FileRoles()
        .and("disk", spec.disk().path())
        .and("datastore", spec.datastore() == null ? null : spec.datastore().path())
        .and("installer ISO", spec.installerIso())
        .and("USB stick image", spec.installerUsb())
        .and("serial log", spec.serialLog());
  }

  /**
   * Adds a file.
   *
   * @param name what it is for
   * @param file the file; null for none
   */
  public FileRoles and(String name, @Nullable Path file) {
    if (file != null) {
      roles.add(new Role(name, file.normalize()));
    }
    return this;
  }

  /**
   * The files that are to be two things.
   *
   * @param here whether the files are on this machine, so that other names for one can be seen
   */
  public List<Objection> clashes(boolean here) {
    List<Objection> clashes = new ArrayList<>();
    for (int i = 0; i < roles.size(); i++) {
      for (int j = i + 1; j < roles.size(); j++) {
        Role one = roles.get(i);
        Role other = roles.get(j);
        if (one.file().equals(other.file()) || (here && same(one.file(), other.file()))) {
          clashes.add(
              new Objection(
                  Objection.Kind.IMPOSSIBLE,
                  "%s cannot be both the %s and the %s"
                      .formatted(other.file(), one.name(), other.name()),
                  "name another file for one of them"));
        }
      }
    }
    return clashes;
  }

  private static boolean same(Path one, Path other) {
    try {
      return Files.isSameFile(one, other);
    } catch (IOException e) {
      // One of them is not there yet, or may not be looked at.
      return false;
    }
  }
}

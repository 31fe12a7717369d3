package dev.vireo.interop.process;

import java.nio.file.Files;
import java.nio.file.Path;

/** The checked-out source tree that the tests run in. */
public final class SourceTree {
  private SourceTree() {}

  /**
   * Returns its top: the nearest folder above the working directory that has a {@code .mvn}.
   *
   * @return an absolute path
   * @throws IllegalStateException if the tests do not run inside the source tree
   */
  public static Path root() {
    Path start = Path.of("").toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve(".mvn"))) {
        return folder;
      }
    }
    throw new IllegalStateException("not inside Vireo's source tree: " + start);
  }
}

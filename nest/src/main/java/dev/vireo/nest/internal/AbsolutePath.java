package dev.vireo.nest.internal;

import dev.vireo.nest.NestException;
import java.nio.file.Path;
import java.util.Objects;

/** Paths that libvirt is told: it has another working directory. */
public final class AbsolutePath {
  private AbsolutePath() {}

  public static void require(String what, Path path) {
    if (!path.isAbsolute() || path.getParent() == null) {
      throw new NestException(
          "the path of the %s must be an absolute one of a file: %s".formatted(what, path));
    }
    if (PlainWord.hasControls(path.toString())) {
      throw new NestException("the path of the %s must have no control characters".formatted(what));
    }
  }

  /** The directory of a path that was {@linkplain #require required} to have one. */
  public static Path directory(Path path) {
    return Objects.requireNonNull(path.getParent());
  }
}

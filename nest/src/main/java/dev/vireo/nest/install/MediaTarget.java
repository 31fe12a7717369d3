package dev.vireo.nest.install;

import dev.vireo.nest.NestException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/**
 * Where an image goes, which is there whole or not at all.
 *
 * @param file the image
 * @param overwrite whether a file that is there may be replaced
 */
record MediaTarget(Path file, boolean overwrite) {

  /** Makes the image. */
  interface Maker {
    /**
     * Makes it.
     *
     * @param scratch takes further files that are gone in the end
     * @param image an empty file, which is not the target yet
     */
    void make(ScratchFiles scratch, Path image) throws IOException;
  }

  MediaTarget(Path file, boolean overwrite) {
    this.file = file.toAbsolutePath();
    this.overwrite = overwrite;
  }

  Path directory() {
    return Objects.requireNonNull(file.getParent());
  }

  /**
   * Checks that the image may be made.
   *
   * @throws NestException if there is something already, or no directory
   */
  void require() {
    requireDirectory();
    requireFree();
  }

  /** The part of {@link #require} that is about the directory. */
  void requireDirectory() {
    if (!Files.isDirectory(directory())) {
      throw new NestException("there is no directory %s for %s".formatted(directory(), file));
    }
  }

  /** The part of {@link #require} that is about the name. */
  void requireFree() {
    boolean replaceable = overwrite && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !replaceable) {
      throw exists();
    }
  }

  /**
   * Makes the image under another name and gives it its own in the end. Only this user may read it.
   *
   * @throws NestException if it cannot be made; nothing is left behind
   */
  void make(Maker maker) {
    require();
    try (ScratchFiles scratch = new ScratchFiles()) {
      Path image = scratch.beside(file);
      maker.make(scratch, image);
      if (overwrite) {
        scratch.keep(image, file, StandardCopyOption.REPLACE_EXISTING);
      } else {
        scratch.keep(image, file);
      }
    } catch (FileAlreadyExistsException e) {
      throw exists();
    } catch (IOException e) {
      throw new NestException(
          "%s cannot be made: %s".formatted(file, e.getMessage() == null ? e : e.getMessage()), e);
    }
  }

  private NestException exists() {
    return new NestException("%s is there already, and nothing is overwritten".formatted(file))
        .withHint("remove it, or give another name");
  }
}

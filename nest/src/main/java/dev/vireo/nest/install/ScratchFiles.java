package dev.vireo.nest.install;

import dev.vireo.nest.internal.RunningPrograms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Files that are gone in the end, also when the program is told to end meanwhile. Nobody but this
 * user may read them: some hold the hash of a password.
 */
final class ScratchFiles implements AutoCloseable {

  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ALONE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  // The last made goes first, so that a directory is empty when it goes.
  private final Deque<Path> paths = new ArrayDeque<>();
  private final Thread atExit = new Thread(this::end, "vireo-scratch-files");
  private boolean over;

  /** Starts without files. */
  ScratchFiles() {
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** Makes a directory among the temporary files. */
  synchronized Path directory() throws IOException {
    requireTime();
    // Java makes it for this user alone.
    Path directory = Files.createTempDirectory("vireo-install");
    paths.push(directory);
    return directory;
  }

  /** Makes a file in a directory. */
  synchronized Path file(Path directory, String name, byte[] content) throws IOException {
    requireTime();
    Path file = Files.createFile(directory.resolve(name), OWNER_ALONE);
    paths.push(file);
    return Files.write(file, content, StandardOpenOption.WRITE);
  }

  /** Says of a file that another program makes that it goes in the end. */
  synchronized Path expected(Path file) {
    paths.push(file);
    return file;
  }

  /** Makes an empty file in the directory of another, which it can become by a mere rename. */
  synchronized Path beside(Path target) throws IOException {
    requireTime();
    Path directory = target.toAbsolutePath().getParent();
    Path file =
        Files.createTempFile(directory, "." + target.getFileName() + ".", ".partial", OWNER_ALONE);
    paths.push(file);
    return file;
  }

  /** Gives a file its name for good. */
  synchronized void keep(Path file, Path target, CopyOption... options) throws IOException {
    Files.move(file, target, options);
    paths.remove(file);
  }

  @Override
  public void close() {
    deleteAll();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The program ends; the files are gone already.
    }
  }

  private void requireTime() throws IOException {
    if (over) {
      throw new IOException("this program ends");
    }
  }

  /** A program that still writes would write its files again. */
  private synchronized void end() {
    over = true;
    RunningPrograms.endForGood();
    deleteAll();
  }

  private synchronized void deleteAll() {
    IOException trouble = null;
    while (!paths.isEmpty()) {
      try {
        Files.deleteIfExists(paths.pop());
      } catch (IOException e) {
        trouble = e;
      }
    }
    if (trouble != null) {
      throw new UncheckedIOException(trouble);
    }
  }
}

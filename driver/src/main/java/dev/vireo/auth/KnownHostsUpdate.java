package dev.vireo.auth;

import dev.vireo.internal.BoundedFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Adds a line to {@code known_hosts}: writes the whole file beside it and renames that, while a
 * lock keeps other programs from doing the same.
 */
final class KnownHostsUpdate {

  private static final String HEADING =
      "# Servers that vireo was told to trust: HOST:PORT and SHA-256 of the certificate.\n";

  /** File locks belong to the process; this keeps its threads apart. */
  private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();

  private final Path file;

  KnownHostsUpdate(Path file) {
    this.file = file;
  }

  void append(String line) throws IOException {
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    Path directory = target.getParent();
    if (directory == null) {
      throw new IOException(file + " is no file");
    }
    createPrivate(directory);
    IN_THIS_PROCESS.lock();
    try (FileChannel channel = openPrivate(directory.resolve(target.getFileName() + ".lock"));
        FileLock lock = channel.lock()) {
      if (lock.isValid()) {
        replace(target, directory, line);
      }
    } finally {
      IN_THIS_PROCESS.unlock();
    }
  }

  private void replace(Path target, Path directory, String line) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    if (Files.exists(target)) {
      if (PrivateFiles.othersMayWrite(target)) {
        throw new IOException("others may write to it");
      }
      byte[] old = BoundedFile.read(target);
      text.writeBytes(old);
      if (old.length > 0 && old[old.length - 1] != '\n') {
        text.write('\n');
      }
    } else {
      text.writeBytes(HEADING.getBytes(StandardCharsets.UTF_8));
    }
    text.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
    Path beside = Files.createTempFile(directory, "known_hosts", ".new"); // for the owner alone
    try {
      Files.write(beside, text.toByteArray(), StandardOpenOption.WRITE, StandardOpenOption.SYNC);
      Files.move(
          beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static void createPrivate(Path directory) throws IOException {
    if (Files.isDirectory(directory)) {
      return;
    }
    Path parent = directory.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    try {
      Files.createDirectory(directory, mode(directory, PrivateFiles.DIRECTORY));
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(directory)) {
        throw e; // else another program was faster
      }
    }
  }

  private static FileChannel openPrivate(Path lockFile) throws IOException {
    return FileChannel.open(
        lockFile,
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
        mode(lockFile, PrivateFiles.FILE));
  }

  private static FileAttribute<?>[] mode(Path path, Set<PosixFilePermission> mode) {
    boolean known = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    return known
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(mode)}
        : new FileAttribute<?>[0];
  }
}

package dev.vireo.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Writes a file so that its name never leads to half of it: the content goes into a new file beside
 * it, reaches the disk, and takes the name then. Links are followed to the file that they lead to.
 * The file keeps its permissions, and its owner where this process may give files away.
 */
final class FileReplacement {
  private static final int MAX_LINKS = 40;
  private static final String WRITE = "write";

  private final NamedFile named;
  private final Path place;

  private FileReplacement(NamedFile named, Path place) {
    this.named = named;
    this.place = place;
  }

  /**
   * Looks whether a file can be written.
   *
   * @throws CommandException when it is there and no regular file, or may not be written
   */
  static FileReplacement of(NamedFile named, Session session) {
    Path place = named.path(session);
    try {
      for (int links = 0; Files.isSymbolicLink(place); links++) {
        if (links == MAX_LINKS) {
          throw named.refused(WRITE, "Too many levels of symbolic links");
        }
        place = place.resolveSibling(Files.readSymbolicLink(place));
      }
    } catch (IOException e) {
      throw named.failed(WRITE, e);
    }
    return at(named, place);
  }

  private static FileReplacement at(NamedFile named, Path place) {
    if (Files.isDirectory(place)) {
      throw named.refused(WRITE, "Is a directory");
    }
    if (Files.exists(place)) {
      if (!Files.isRegularFile(place)) {
        throw named.refused(WRITE, "it is no regular file");
      }
      if (!Files.isWritable(place)) {
        throw named.refused(WRITE, "Permission denied");
      }
    }
    return new FileReplacement(named, place);
  }

  /** The file itself, behind all links. */
  Path place() {
    return place;
  }

  /**
   * Keeps what the file is now under another name beside it, instead of an older copy there.
   *
   * @param suffix what is added to the name
   */
  void backUp(String suffix, Session session) {
    String name = place.getFileName() + suffix;
    NamedFile copy = new NamedFile(place.resolveSibling(name).toString());
    try {
      byte[] content = content(named, place);
      at(copy, copy.path(session)).write(content, place, session);
    } catch (IOException e) {
      throw named.failed("read", e);
    }
  }

  /**
   * Whether the file holds something else than it did.
   *
   * @param before what it held
   */
  boolean isChangedSince(byte[] before) {
    try {
      return !Arrays.equals(content(named, place), before);
    } catch (IOException e) {
      throw named.failed("read", e);
    }
  }

  /**
   * All of a file that is written anew or compared, which is as large as what is read at most.
   *
   * @throws CommandException when it is no regular file any more, or has become larger
   */
  static byte[] content(NamedFile named, Path place) throws IOException {
    if (Files.exists(place) && !Files.isRegularFile(place)) {
      throw named.refused("read", "it is no regular file");
    }
    try (InputStream in = Files.newInputStream(place)) {
      return named.read(in);
    }
  }

  /** Writes the file. */
  void write(byte[] content, Session session) {
    write(content, place, session);
  }

  private void write(byte[] content, Path model, Session session) {
    Interruptible.run(session, () -> writeBeside(content, model, session));
  }

  private void writeBeside(byte[] content, Path model, Session session) {
    String random = Long.toString(ThreadLocalRandom.current().nextLong() & Long.MAX_VALUE, 36);
    Path beside = place.resolveSibling(".vireo-" + random + ".tmp");
    try {
      try {
        fill(beside, content);
        likeBefore(beside, model, session);
        Files.move(
            beside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(beside);
      }
      toDisk(place.toAbsolutePath().getParent());
    } catch (AccessDeniedException e) {
      throw named.refused(WRITE, "its directory takes no new file, which is how it is written");
    } catch (ClosedByInterruptException e) {
      throw new CommandException(
          List.of("interrupted: file '" + named.title() + "' stays as it was"),
          CommandException.INTERRUPTED,
          e);
    } catch (IOException e) {
      throw named.failed(WRITE, e);
    }
  }

  private static void fill(Path file, byte[] content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  /** Gives a new file what the one has whose place it takes. */
  private static void likeBefore(Path file, Path model, Session session) throws IOException {
    PosixFileAttributes old = attributes(model);
    PosixFileAttributes now = attributes(file);
    if (old == null || now == null) {
      return;
    }
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    try {
      if (!now.group().equals(old.group())) {
        view.setGroup(old.group());
      }
      if (!now.owner().equals(old.owner())) {
        view.setOwner(old.owner());
      }
    } catch (FileSystemException e) {
      session
          .output()
          .warning(
              "the owner of '%s' could not stay %s:%s"
                  .formatted(model.getFileName(), old.owner(), old.group()));
    }
    view.setPermissions(old.permissions());
  }

  private static @Nullable PosixFileAttributes attributes(Path file) throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    return view == null || !Files.exists(file, LinkOption.NOFOLLOW_LINKS)
        ? null
        : view.readAttributes();
  }

  /** Has the new name survive a loss of power, where the system can open directories for that. */
  private static void toDisk(@Nullable Path directory) throws IOException {
    if (directory != null
        && directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}

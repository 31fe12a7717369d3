package dev.vireo.cli.verb.vmx;

import dev.vireo.cli.CommandException;
import dev.vireo.cli.FileTrouble;
import dev.vireo.cli.NamedFile;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * The VMX files in a directory and in all below it. Links count as what they lead to, as those of
 * datastores in {@code /vmfs/volumes} must; whatever can be reached twice is there once, so that
 * links in a circle end, too.
 */
final class VmxFilesBelow {
  private static final String SUFFIX = ".vmx";

  private final List<NamedFile> found = new ArrayList<>();
  private final List<String> unread = new ArrayList<>();
  private final Set<Object> seen = new HashSet<>();

  private VmxFilesBelow() {}

  /**
   * Looks for them, sorted by name in each directory.
   *
   * @param directory where the directory is
   * @param title what the user calls it; the names of the files begin so
   */
  static VmxFilesBelow of(Path directory, String title) {
    VmxFilesBelow files = new VmxFilesBelow();
    files.visit(directory, title.endsWith("/") ? title.substring(0, title.length() - 1) : title);
    return files;
  }

  /** The files. */
  List<NamedFile> found() {
    return found;
  }

  /** What could not be looked at, each with its reason. */
  List<String> unread() {
    return unread;
  }

  private void visit(Path path, String title) {
    boolean named = title.toLowerCase(Locale.ROOT).endsWith(SUFFIX);
    BasicFileAttributes attributes;
    try {
      attributes = Files.readAttributes(path, BasicFileAttributes.class);
    } catch (IOException e) {
      if (named) { // any other name may be a link to anything
        unread.add("Failed to open file '" + shown(title) + "': " + FileTrouble.reason(e));
      }
      return;
    }
    Object key = attributes.fileKey();
    if (!attributes.isDirectory() && !named) {
      return;
    }
    if (key != null && !seen.add(key)) {
      return;
    }
    if (attributes.isDirectory()) {
      visitAll(path, title);
    } else if (attributes.isRegularFile()) {
      found.add(new NamedFile(title));
    } else {
      unread.add("Failed to read file '" + shown(title) + "': it is no regular file");
    }
  }

  private void visitAll(Path directory, String title) {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
      stream.forEach(entries::add);
    } catch (DirectoryIteratorException e) {
      unread.add(unlisted(title, Objects.requireNonNull(e.getCause())));
    } catch (IOException e) {
      unread.add(unlisted(title, e));
    }
    entries.sort((one, other) -> byKind(one, other));
    for (Path entry : entries) {
      visit(entry, title + "/" + entry.getFileName());
    }
  }

  private static String unlisted(String title, IOException failure) {
    return "Failed to read directory '" + shown(title) + "': " + FileTrouble.reason(failure);
  }

  private static String shown(String title) {
    return new NamedFile(title).title();
  }

  /** Links come last, so that what they lead to has its own name where it is below, too. */
  private static int byKind(Path one, Path other) {
    int links = Boolean.compare(Files.isSymbolicLink(one), Files.isSymbolicLink(other));
    return links != 0 ? links : one.compareTo(other);
  }

  /**
   * Refuses a directory without any.
   *
   * @throws CommandException when nothing was found, and nothing is in the way of finding it
   */
  void requireSome(String title) {
    if (found.isEmpty() && unread.isEmpty()) {
      throw new CommandException("there is no *.vmx file in '" + shown(title) + "', nor below it");
    }
  }
}

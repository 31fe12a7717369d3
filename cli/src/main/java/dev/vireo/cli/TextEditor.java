package dev.vireo.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Has the user edit a text in an editor: {@code $VISUAL}, {@code $EDITOR} or {@code vi}. The text
 * lies in a directory that only this user can enter, with whatever the editor leaves there, and is
 * removed in the end: it may hold secrets.
 */
public final class TextEditor implements AutoCloseable {
  private static final String[] VARIABLES = {"VISUAL", "EDITOR"};
  private static final String FALLBACK = "vi";
  private static final int NOT_EXECUTABLE = 126;
  private static final int NOT_FOUND = 127;

  private final Session session;
  private final Path directory;
  private final Path file;
  private final byte[] original;
  private boolean kept;

  private TextEditor(Session session, Path directory, Path file, byte[] original) {
    this.session = session;
    this.directory = directory;
    this.file = file;
    this.original = original;
  }

  /**
   * Puts a text where it can be edited.
   *
   * @param name what the file is called, for the editor to show
   * @param text in UTF-8
   * @throws CommandException when there is no place for it
   */
  public static TextEditor of(Session session, String name, byte[] text) {
    String temporary = session.environment().getOrDefault("TMPDIR", "");
    Path place = Path.of(temporary.isEmpty() ? System.getProperty("java.io.tmpdir") : temporary);
    try {
      Path directory = Files.createTempDirectory(place, "vireo-", onlyMine(place, "rwx------"));
      Path file = directory.resolve(name);
      TextEditor editor = new TextEditor(session, directory, file, text);
      try {
        Files.createFile(file, onlyMine(place, "rw-------"));
        Files.write(file, text);
        return editor;
      } catch (IOException e) {
        editor.close();
        throw e;
      }
    } catch (IOException e) {
      CommandException failure = new NamedFile(place.toString()).failed("write", e);
      throw temporary.isEmpty()
          ? failure
          : failure.withHint("the variable TMPDIR names the directory");
    }
  }

  private static FileAttribute<?>[] onlyMine(Path place, String permissions) {
    return place.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  /**
   * Runs the editor.
   *
   * @return the text as the user left it
   * @throws CommandException when the editor fails; what was edited is kept then, and named, when
   *     the process was told to end
   */
  public byte[] edit() {
    String variable = variable();
    String editor = variable == null ? FALLBACK : session.environment().get(variable);
    int exitCode;
    try {
      exitCode =
          Foreground.run(session, editor + " \"$@\"", List.of(file.toString()), Map.of(), null);
    } catch (CommandException e) {
      throw e.exitCode() == CommandException.INTERRUPTED ? interrupted(e) : e;
    }
    if (exitCode == NOT_FOUND || exitCode == NOT_EXECUTABLE) {
      throw new CommandException("the editor '" + editor + "' cannot be run")
          .withHint(
              variable == null
                  ? "the variable EDITOR names another one"
                  : "the variable " + variable + " names it");
    }
    if (exitCode != 0) {
      throw new CommandException("the editor '" + editor + "' ended with exit code " + exitCode);
    }
    return read();
  }

  private @Nullable String variable() {
    for (String variable : VARIABLES) {
      if (!session.environment().getOrDefault(variable, "").isBlank()) {
        return variable;
      }
    }
    return null;
  }

  private byte[] read() {
    try {
      return FileReplacement.content(new NamedFile(file.toString()), file);
    } catch (IOException e) {
      throw new NamedFile(file.toString()).failed("read", e);
    }
  }

  /**
   * Keeps the text where it is, if the user has changed it.
   *
   * @return where it is; null when nothing was changed
   */
  public @Nullable Path keep() {
    kept = Files.exists(file) && !Arrays.equals(read(), original);
    return kept ? file : null;
  }

  private CommandException interrupted(CommandException cause) {
    Path edited = keep();
    List<String> lines =
        edited == null
            ? List.of("interrupted")
            : List.of("interrupted: what was edited is in '" + edited + "'");
    return new CommandException(lines, CommandException.INTERRUPTED, cause);
  }

  /** Removes the text, and what the editor has put beside it. */
  @Override
  public void close() {
    if (kept) {
      return;
    }
    try {
      Files.walkFileTree(
          directory,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes)
                throws IOException {
              Files.delete(path);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path path, @Nullable IOException failure)
                throws IOException {
              Files.delete(path);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException("'" + directory + "' cannot be removed", e);
    }
  }
}

package dev.vireo.cli;

import dev.vireo.cli.terminal.VisibleText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that a user has named: {@code -} for standard input, everything else from the current
 * directory of the session. Messages are virsh's where it has them.
 *
 * @param name as the user wrote it
 */
public record NamedFile(String name) {
  /** The name of standard input. */
  public static final String STANDARD_INPUT = "-";

  private static final String STANDARD_INPUT_TITLE = "standard input";

  /** The largest file that is read, in bytes: 32 MiB. */
  static final int MAX_BYTES = 32 << 20;

  /** What to call it in messages, which is one line whatever it is called. */
  public String title() {
    return name.equals(STANDARD_INPUT) ? STANDARD_INPUT_TITLE : VisibleText.line(name);
  }

  /** What to call it where nobody reads, such as in JSON. */
  public String plainTitle() {
    return name.equals(STANDARD_INPUT) ? STANDARD_INPUT_TITLE : name;
  }

  /**
   * Reads it to its end.
   *
   * @throws CommandException when it cannot be read, or is larger than 32 MiB
   */
  public byte[] read(Session session) {
    if (name.equals(STANDARD_INPUT)) {
      return read(session.streams().in());
    }
    try {
      Path path = session.directory().resolve(name);
      if (Files.isDirectory(path)) {
        throw unreadable("Is a directory");
      }
      try (InputStream in = Files.newInputStream(path)) {
        return read(in);
      }
    } catch (InvalidPathException e) {
      throw unopened(e.getReason(), e);
    } catch (IOException e) {
      throw failed("read", e);
    }
  }

  /**
   * Where it lies.
   *
   * @throws CommandException when it is standard input, or no name of a file
   */
  public Path path(Session session) {
    if (name.equals(STANDARD_INPUT)) {
      throw failure("standard input cannot be written to", null);
    }
    try {
      return session.directory().resolve(name);
    } catch (InvalidPathException e) {
      throw unopened(e.getReason(), e);
    }
  }

  /**
   * Writes it anew, in UTF-8.
   *
   * @throws CommandException when it cannot be written
   */
  public void write(Session session, String text) {
    try {
      Files.writeString(session.directory().resolve(name), text);
    } catch (InvalidPathException e) {
      throw unopened(e.getReason(), e);
    } catch (IOException e) {
      throw failed("write", e);
    }
  }

  /** The failure of reading or writing it, in virsh's words. */
  CommandException failed(String verb, IOException e) {
    String reason = FileTrouble.reason(e);
    return e instanceof NoSuchFileException || e instanceof AccessDeniedException
        ? unopened(reason, e)
        : failure("Failed to " + verb + " file '" + title() + "': " + reason, e);
  }

  /** Reads it as text in UTF-8, to its end. */
  public String readText(Session session) {
    return new String(read(session), StandardCharsets.UTF_8);
  }

  /**
   * Reads all of it.
   *
   * @throws CommandException when it cannot be read, or is larger than what is read
   */
  byte[] read(InputStream in) {
    try {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw unreadable("it is larger than 32 MiB");
      }
      return bytes;
    } catch (IOException e) {
      throw failed("read", e);
    }
  }

  private CommandException unopened(String reason, Exception cause) {
    return failure("Failed to open file '" + title() + "': " + reason, cause);
  }

  private CommandException unreadable(String reason) {
    return refused("read", reason);
  }

  /** Why it is not even tried to read or write it. */
  CommandException refused(String verb, String reason) {
    return failure("Failed to " + verb + " file '" + title() + "': " + reason, null);
  }

  private static CommandException failure(String line, @Nullable Exception cause) {
    return new CommandException(List.of(line), 1, cause);
  }
}

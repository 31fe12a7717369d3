package dev.vireo.cli;

import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a command leaves the document that it made of others: on standard output, or in a file that
 * is whole or not there. What is read is never written over, unless it is what the document is a
 * new version of.
 */
public final class ResultFile {
  private static final String OUTPUT = "output";
  private static final String IN_PLACE = "in-place";
  private static final Path STANDARD_OUTPUT = Path.of("/proc/self/fd/1");

  private final Call call;
  private final @Nullable FileReplacement file;
  private final boolean edits;
  private final @Nullable String backup;

  private ResultFile(
      Call call, @Nullable FileReplacement file, boolean edits, @Nullable String backup) {
    this.call = call;
    this.file = file;
    this.edits = edits;
    this.backup = backup;
  }

  /** Adds the option that names another file than standard output. */
  public static CommandSpec.Builder addOutput(CommandSpec.Builder spec) {
    return spec.option(
        output("file to write to, replaced as a whole (default -, standard output)"));
  }

  /**
   * Adds the options for a command that may edit a file.
   *
   * @param what which file that is
   */
  public static CommandSpec.Builder addInPlace(CommandSpec.Builder spec, String what) {
    return addOutput(spec).option(inPlace("write into " + what));
  }

  /** Adds the options for a command that edits a file where no option says something else. */
  public static CommandSpec.Builder addInPlaceAlways(CommandSpec.Builder spec) {
    return spec.option(output("file to write to instead, - for standard output"))
        .option(inPlace("write into FILE (default)"));
  }

  private static OptionSpec output(String help) {
    return OptionSpec.named(OUTPUT, help, new Completer.Files());
  }

  private static OptionSpec inPlace(String help) {
    return OptionSpec.optional(IN_PLACE, help + "; with =.bak keep what it was as FILE.bak");
  }

  /**
   * What the options of a call say, for a document of another kind than its sources.
   *
   * @param sources the files that are read, as the user wrote them
   * @throws CommandException when the file cannot be written, or is one of those that are read
   */
  public static ResultFile of(Call call, String... sources) {
    return of(call, null, false, sources);
  }

  /**
   * What the options of a call say, for a document that is a new version of a source.
   *
   * @param edited that source; null when there is none
   * @param always whether it is written where no option says so
   * @param others the other files that are read
   * @throws CommandException as {@link #of(Call, String...)}
   */
  public static ResultFile of(
      Call call, @Nullable String edited, boolean always, String... others) {
    call.exclude(OUTPUT, IN_PLACE);
    Session session = call.session();
    String output = call.string(OUTPUT);
    if (call.has(IN_PLACE) || (always && output == null)) {
      return inPlace(call, edited, call.string(IN_PLACE));
    }
    if (output == null || output.equals(NamedFile.STANDARD_INPUT)) {
      refuseStandardOutput(session, edited);
      for (String other : others) {
        refuseStandardOutput(session, other);
      }
      return new ResultFile(call, null, false, null);
    }
    FileReplacement target = FileReplacement.of(new NamedFile(output), session);
    for (String other : others) {
      if (isSame(target.place(), other, session)) {
        throw new CommandException(
                "--output '" + output + "' is a file that is read, and of another kind")
            .withHint("name another file to write to");
      }
    }
    boolean edits = edited != null && isSame(target.place(), edited, session);
    return new ResultFile(call, target, edits, null);
  }

  private static ResultFile inPlace(Call call, @Nullable String edited, @Nullable String suffix) {
    if (edited == null) {
      throw new CommandException("--in-place has no file to write")
          .withHint("--keep names the file");
    }
    if (edited.equals(NamedFile.STANDARD_INPUT)) {
      throw new CommandException("standard input cannot be edited in place")
          .withHint("--output FILE writes the result to a file");
    }
    if (suffix != null && suffix.indexOf('/') >= 0) {
      throw new CommandException(
          "--in-place='" + suffix + "': what is added to a file's name must not have a '/'");
    }
    FileReplacement target = FileReplacement.of(new NamedFile(edited), call.session());
    return new ResultFile(call, target, true, suffix);
  }

  /** A shell empties the file behind its '>' before any program can read it. */
  private static void refuseStandardOutput(Session session, @Nullable String source) {
    if (source == null
        || !session.streams().isSystem()
        || !isSame(STANDARD_OUTPUT, source, session)
        || !Files.isRegularFile(STANDARD_OUTPUT)) {
      return;
    }
    boolean emptied = STANDARD_OUTPUT.toFile().length() == 0;
    throw new CommandException(
            "'"
                + source
                + "' is read, and standard output goes to it, too"
                + (emptied ? ": the shell has emptied it for '>' already" : ""))
        .withHint("--output FILE writes safely");
  }

  private static boolean isSame(Path target, String source, Session session) {
    if (source.equals(NamedFile.STANDARD_INPUT)) {
      return false;
    }
    try {
      Path read = new NamedFile(source).path(session);
      return Files.exists(target) && Files.exists(read) && Files.isSameFile(target, read);
    } catch (IOException e) {
      throw new NamedFile(source).failed("read", e);
    }
  }

  /** Whether it is a file, and not standard output. */
  public boolean isFile() {
    return file != null;
  }

  /** Whether a source is what gets written. */
  public boolean edits() {
    return edits;
  }

  /**
   * Whether what is edited has got another content since it was read.
   *
   * @param original what was read
   */
  public boolean isOutdated(byte[] original) {
    return edits && file != null && file.isChangedSince(original);
  }

  /** Writes a document. */
  public void write(byte[] content) {
    if (file == null) {
      call.output().bytes(content);
    } else {
      file.write(content, call.session());
    }
  }

  /**
   * Writes a text; on standard output it may be wanted as JSON.
   *
   * @param key name of its member there
   */
  public void write(String key, String text) {
    if (file == null) {
      call.print(key, text);
    } else {
      file.write(text.getBytes(StandardCharsets.UTF_8), call.session());
    }
  }

  /**
   * Writes the new version of a document, and first of all what it was where that is wanted. A file
   * that has the content already is left alone.
   *
   * @param original what was read
   * @throws CommandException when the file has got another content since, which would be lost
   */
  public void replace(byte[] original, byte[] content) {
    if (isOutdated(original)) {
      throw new CommandException(
          List.of("another program has changed the file meanwhile; nothing was written"), 1, null);
    }
    force(original, content);
  }

  /**
   * Writes as {@link #replace} does, whatever the file holds now.
   *
   * @param original what it holds
   */
  public void force(byte[] original, byte[] content) {
    if (edits && file != null) {
      if (Arrays.equals(original, content)) {
        return;
      }
      if (backup != null) {
        file.backUp(backup, call.session());
      }
    }
    write(content);
  }
}

package dev.vireo.cli;

import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A command has failed, and this is what to tell the user. */
public final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The exit code of a command that the user interrupted, as shells have it for SIGINT. */
  public static final int INTERRUPTED = 130;

  private final transient List<String> lines;
  private final transient List<String> hints;
  private final int exitCode;
  private final @Nullable ErrorCode code;

  /** A failure told in one line. */
  public CommandException(String line) {
    this(List.of(line), 1, null);
  }

  /** A failure told in two lines: what failed, and why. */
  public CommandException(String what, Exception why) {
    this(List.of(what, reason(why)), 1, why);
  }

  /** A result that an exit code tells, after everything has been said. */
  public static CommandException withExitCode(int exitCode) {
    return new CommandException(List.of(), exitCode, null);
  }

  /**
   * Any failure.
   *
   * @param lines each becomes one {@code error:} line; none when there is nothing to complain about
   * @param exitCode what the process returns when this was its last command
   * @param cause shown with {@code -d}; may be null
   */
  public CommandException(List<String> lines, int exitCode, @Nullable Exception cause) {
    this(lines, exitCode, cause, null);
  }

  private CommandException(
      List<String> lines, int exitCode, @Nullable Exception cause, @Nullable ErrorCode code) {
    super(lines.isEmpty() ? "exit code " + exitCode : lines.get(0), cause);
    this.lines = List.copyOf(lines);
    this.hints =
        switch (cause) {
          case LibvirtException e -> e.hints();
          case CommandException e -> e.hints;
          case null, default -> List.of();
        };
    this.exitCode = exitCode;
    this.code = code;
  }

  /** A refusal that libvirt has a code for, though it is not libvirt's driver that refuses. */
  public static CommandException of(ErrorCode code, String... lines) {
    return new CommandException(List.of(lines), 1, null, code);
  }

  private CommandException(CommandException failure, List<String> hints) {
    super(failure.getMessage(), failure.getCause());
    this.lines = failure.lines;
    this.hints = List.copyOf(hints);
    this.exitCode = failure.exitCode;
    this.code = failure.code;
    setStackTrace(failure.getStackTrace());
  }

  /** The same failure with one more hint, which says what to do about it. */
  public CommandException withHint(String hint) {
    return withHints(List.of(hint));
  }

  /** The same failure with more hints, each of which is given once. */
  public CommandException withHints(Collection<String> more) {
    Set<String> all = new LinkedHashSet<>(hints);
    all.addAll(more);
    return new CommandException(this, List.copyOf(all));
  }

  private static String reason(Exception why) {
    String message = why.getMessage();
    return message == null ? why.getClass().getSimpleName() : message;
  }

  /** What to tell, line by line. */
  public List<String> lines() {
    return lines;
  }

  /** libvirt's code, where the command chose one. */
  @Nullable ErrorCode code() {
    return code;
  }

  /**
   * What to do about it, each a {@code hint:} line after the others; begins with those of the
   * cause, if it is a {@link LibvirtException} or another one of these.
   */
  public List<String> hints() {
    return hints;
  }

  /** What the process returns when this was its last command. */
  public int exitCode() {
    return exitCode;
  }
}

package dev.vireo.cli.grammar;

import org.jspecify.annotations.Nullable;

/** The words are no command; the message is virsh's. Nothing has been run yet. */
public final class SyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final @Nullable String hint;
  private final int exitCode;

  public SyntaxException(String message) {
    this(message, null, CommandSpec.FAILED);
  }

  /**
   * A mistake in the words of one command.
   *
   * @param hint what was probably meant, or where that stands; null when the message says all
   * @param exitCode what the command returns when it fails
   */
  SyntaxException(String message, @Nullable String hint, int exitCode) {
    super(message);
    this.hint = hint;
    this.exitCode = exitCode;
  }

  /** What was probably meant, or where that stands; null when the message says all. */
  public @Nullable String hint() {
    return hint;
  }

  /** What the process returns. */
  public int exitCode() {
    return exitCode;
  }
}

package dev.vireo.cli.grammar;

/** The words are no command; the message is virsh's. Nothing has been run yet. */
public final class SyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  public SyntaxException(String message) {
    this(message, CommandSpec.FAILED);
  }

  /**
   * A mistake in the words of one command.
   *
   * @param exitCode what the command returns when it fails
   */
  SyntaxException(String message, int exitCode) {
    super(message);
    this.exitCode = exitCode;
  }

  /** What the process returns. */
  public int exitCode() {
    return exitCode;
  }
}

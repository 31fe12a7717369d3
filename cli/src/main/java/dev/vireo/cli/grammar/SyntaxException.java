package dev.vireo.cli.grammar;

/** The words are no command; the message is virsh's. Nothing has been run yet. */
public final class SyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SyntaxException(String message) {
    super(message);
  }
}

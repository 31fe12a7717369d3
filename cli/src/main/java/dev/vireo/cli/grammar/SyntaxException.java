package dev.vireo.cli.grammar;

import org.jspecify.annotations.Nullable;

/** The words are no command; the message is virsh's. Nothing has been run yet. */
public final class SyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final @Nullable String hint;

  public SyntaxException(String message) {
    super(message);
    this.hint = null;
  }

  /**
   * @param hint what was probably meant, or where that stands
   */
  public SyntaxException(String message, String hint) {
    super(message);
    this.hint = hint;
  }

  /** What to do about it, for a line of its own; null when the message says all. */
  public @Nullable String hint() {
    return hint;
  }
}

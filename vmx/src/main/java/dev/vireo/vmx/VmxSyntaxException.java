package dev.vireo.vmx;

/**
 * A file that is not a configuration file. The message is one sentence and quotes no value but that
 * of {@code .encoding}.
 */
public final class VmxSyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int line;
  private final int column;
  private final String problem;

  VmxSyntaxException(int line, int column, String problem) {
    super("line " + line + ", column " + column + ": " + problem);
    this.line = line;
    this.column = column;
    this.problem = problem;
  }

  /** The line of the place, from 1. A file that is wrong as a whole has line 1. */
  public int line() {
    return line;
  }

  /** The place within the line, in bytes, from 1. */
  public int column() {
    return column;
  }

  /** The message without the place. */
  public String problem() {
    return problem;
  }
}

package dev.vireo.model.xml;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A document is not well-formed, too large, or says something that cannot be understood. */
public final class XmlException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  /**
   * @param document kind of the document, such as {@code domain XML}
   * @param line see {@link #line}
   * @param column see {@link #column}
   * @param problem what is wrong, in one sentence without an end
   * @param cause what was thrown below; null for none
   */
  public XmlException(
      String document, int line, int column, String problem, @Nullable Throwable cause) {
    super(
        line > 0 ? document + ", line " + line + ": " + problem : document + ": " + problem, cause);
    // The JDK's parser counts wrong, below zero even, when a line ends where its buffer ends.
    this.line = Math.max(0, line);
    this.column = Math.max(0, column);
  }

  /** Line of the document, from 1; 0 when the whole document is meant. */
  public int line() {
    return line;
  }

  /** Column in the line, from 1, at or behind the cause of the trouble; 0 when not known. */
  public int column() {
    return column;
  }
}

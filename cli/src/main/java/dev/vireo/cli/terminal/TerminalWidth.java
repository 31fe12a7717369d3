package dev.vireo.cli.terminal;

import org.jline.utils.WCWidth;

/** How many columns text takes on a terminal. Only loaded for text that is not plain ASCII. */
public final class TerminalWidth {
  private TerminalWidth() {}

  /** Columns of printable text. */
  static int of(String text) {
    return text.codePoints().map(c -> Math.max(0, WCWidth.wcwidth(c))).sum();
  }

  /** Whether a terminal shows the character instead of acting upon it. */
  public static boolean isPrintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}

package dev.vireo.cli.credentials;

/**
 * Text of a server, made fit for a terminal: what a terminal would act upon, or what would change
 * the order of the letters, is shown as its code, and text that goes on and on is cut.
 */
final class VisibleText {
  private static final int MAX_LENGTH = 400;

  private VisibleText() {}

  static String of(String text) {
    StringBuilder visible = new StringBuilder();
    text.codePoints().limit(MAX_LENGTH).forEach(c -> append(visible, c));
    return visible
        .append(text.codePointCount(0, text.length()) > MAX_LENGTH ? "..." : "")
        .toString();
  }

  private static void append(StringBuilder visible, int c) {
    switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          visible.append("\\u{").append(Integer.toHexString(c)).append('}');
      default -> visible.appendCodePoint(c);
    }
  }
}
